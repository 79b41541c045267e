/** A browser of our own: without a window, a profile or a network, and gone with everything it wrote when it is closed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { DevTools } from './devTools.ts';

const flags = [
  ...['--headless', '--remote-debugging-pipe', '--no-first-run', '--no-default-browser-check'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions'],
  ...['--disable-default-apps', '--disable-breakpad', '--disable-gpu', '--mute-audio', '--no-pings'],
  // Whatever a diagram asks for, and whatever the browser would tell its maker: no name leads anywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** How long the browser may take to end by itself, in milliseconds. */
const farewellMs = 3_000;

export interface Browser {
  readonly devTools: DevTools;
  close(): Promise<void>;
}

/** Starts the browser at `program`; rejects where it cannot be started. */
export async function startBrowser(program: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'diagram-gates-browser-'));
  const clear = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const child = spawn(program, [...flags, ...sandboxFlags(), `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const kill = (): void => {
    child.kill('SIGKILL');
    clear();
  };
  process.once('exit', kill);
  // Asked for above as pipes, so they are there, and of these kinds.
  const [, , , output, input] = child.stdio as unknown as readonly [null, null, null, Writable, Readable];
  const devTools = new DevTools(output, input);
  child.once('error', (problem) => devTools.end(`the browser does not start: ${problem.message}`));
  child.once('exit', (code) => devTools.end(`the browser ended with code ${code ?? 'of a signal'}`));
  const close = async (): Promise<void> => {
    devTools.send('Browser.close').catch(() => undefined);
    await ended(child);
    process.off('exit', kill);
    kill();
  };
  return { devTools, close };
}

/** Chrome's sandbox does not work for the superuser, as whom containers run. */
const sandboxFlags = (): readonly string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, farewellMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.once('error', () => resolve());
  });
}
