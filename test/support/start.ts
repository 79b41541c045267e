/** Shows the extension on the sample pages in a real VS Code: `npm start`. Ctrl-C ends it and leaves nothing behind. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  downloadDesktop,
  downloadedDesktops,
  hasDisplay,
  installedDesktop,
  isDownloadReachable,
  startDesktop,
} from './desktop.ts';
import type { Desktop } from './desktop.ts';
import { projectRoot } from './paths.ts';
import { exitOnSignals } from './processes.ts';
import { startServer } from './server.ts';

const samples = path.join(projectRoot, 'samples');
const firstPage = path.join(samples, 'broken.md');

/** Something on the screen that ends by itself or is ended. */
interface Shown {
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<void>;
}

const main = async (): Promise<void> => {
  const doNotExit = exitOnSignals();
  const desktop = await findDesktop();
  const shown = desktop === undefined ? await showInServer() : await showInDesktop(desktop);
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  doNotExit();
  await Promise.race([shown.ended, signalled]);
  await shown.stop();
  console.log('VS Code has ended.');
};

/** The VS Code to use, undefined where only the server will do. */
const findDesktop = async (): Promise<Desktop | undefined> => {
  if (!hasDisplay()) return undefined;
  const present = installedDesktop() ?? (await downloadedDesktops()).at(-1);
  if (present !== undefined) return present;
  return (await isDownloadReachable()) ? downloadDesktop('stable') : undefined;
};

const showInDesktop = async (desktop: Desktop): Promise<Shown> => {
  console.log(`Diagram Gates opens in ${desktop.name} (${desktop.executable}); Ctrl-C ends it.`);
  const args = [samples, '--new-window', '--goto', firstPage];
  const running = await startDesktop(desktop, { args, extension: projectRoot });
  return { ended: running.exited, stop: running.stop };
};

const showInServer = async (): Promise<Shown> => {
  // A browser's VS Code saves by itself; the samples shall stay as they are until somebody saves.
  const server = await startServer({ settings: { 'files.autoSave': 'off' } });
  const url = server.workbenchUrl({ folder: samples, extension: projectRoot, openFile: firstPage });
  console.log(`Diagram Gates is open at ${url}\nOpen this address in Chrome, Edge or Firefox; Ctrl-C ends it.`);
  openInBrowser(url);
  return { ended: server.exited, stop: server.stop };
};

const openInBrowser = (url: string): void => {
  if (!hasDisplay()) return;
  switch (process.platform) {
    case 'darwin':
      startDetached('open', url);
      break;
    case 'win32':
      startDetached('explorer.exe', url);
      break;
    default:
      startDetached('xdg-open', url);
  }
};

/** Not one of our processes: the browser is the user's and stays open. */
const startDetached = (command: string, argument: string): void => {
  const child = spawn(command, [argument], { detached: true, stdio: 'ignore' });
  // The address was printed; a user without that program opens it by hand.
  child.once('error', () => undefined);
  child.unref();
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
