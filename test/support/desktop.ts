/** Desktop editions of VS Code: what is downloaded, what can be, and how one is started with fresh data. */
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { downloads, makeTemporaryFolder } from './paths.ts';
import { startProcess } from './processes.ts';
import type { RunningProcess } from './processes.ts';
import { findProgram } from './programs.ts';
import { quietSettings } from './quietSettings.ts';

/** A VS Code to start: its name for the reader and its executable, absolute. */
export interface Desktop {
  readonly name: string;
  readonly executable: string;
}

export interface DesktopOptions {
  /** The file or folder arguments and flags. */
  readonly args: readonly string[];
  readonly extension: string;
  /** Start even without a display, under xvfb-run. */
  readonly invisible?: boolean;
  readonly onLine?: (line: string) => void;
}

/** True where a window can be seen. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || isSet(process.env['DISPLAY']) || isSet(process.env['WAYLAND_DISPLAY']);

/** True where a window can at least be drawn. */
export const canDrawWindows = (): boolean => hasDisplay() || findProgram('xvfb-run') !== undefined;

/** The VS Code that this machine's user has, undefined where there is none that we could also end again. */
export const installedDesktop = (): Desktop | undefined => {
  const executable = [...executablesBehindCode(), ...usualPlaces()].find((place) => existsSync(place));
  return executable === undefined ? undefined : { name: 'the installed VS Code', executable };
};

/** The program `code` only passes its arguments on; what it starts would outlive it and us. */
const executablesBehindCode = (): readonly string[] => {
  // In the terminal of a remote VS Code, `code` talks to a window on another machine.
  const code = isSet(process.env['VSCODE_IPC_HOOK_CLI']) ? undefined : findProgram('code');
  if (code === undefined) return [];
  const folder = path.dirname(realpathSync(code));
  switch (process.platform) {
    case 'darwin':
      return ['Code', 'Electron'].map((name) => path.join(folder, '../../../MacOS', name));
    case 'win32':
      return [path.join(folder, '../Code.exe')];
    default:
      return [path.join(folder, '../code')];
  }
};

const usualPlaces = (): readonly string[] => {
  switch (process.platform) {
    case 'darwin':
      return ['Code', 'Electron'].map((name) => `/Applications/Visual Studio Code.app/Contents/MacOS/${name}`);
    case 'win32':
      return [path.join(process.env['LOCALAPPDATA'] ?? '', 'Programs/Microsoft VS Code/Code.exe')];
    default:
      return ['/snap/code/current/usr/share/code/code'];
  }
};

/** Asks Microsoft's site briefly whether VS Code can be downloaded from here. */
export const isDownloadReachable = async (): Promise<boolean> => {
  try {
    const site = 'https://update.code.visualstudio.com/api/releases/stable';
    const answer = await fetch(site, { signal: AbortSignal.timeout(4000) });
    return answer.ok;
  } catch {
    return false;
  }
};

/** Downloads a version such as `1.101.0` or `stable`, unless it is here already. */
export const downloadDesktop = async (version: string): Promise<Desktop> => {
  const executable = await downloadAndUnzipVSCode({ version, cachePath: downloads });
  return { name: `VS Code ${version}`, executable };
};

/** The versions downloaded before, the newest last. */
export const downloadedDesktops = async (): Promise<readonly Desktop[]> => {
  const names = existsSync(downloads) ? await readdir(downloads) : [];
  const versions = names
    .filter((name) => existsSync(path.join(downloads, name, 'is-complete')))
    .map((name) => /^vscode-.*?-(\d+\.\d+\.\d+)$/.exec(name)?.[1])
    .filter((version) => version !== undefined)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  // An exact version that is complete needs no network, and the library knows where each platform has its executable.
  return Promise.all(versions.map(downloadDesktop));
};

/** Starts VS Code with fresh data, our extension and no other; `stop` deletes the data as well. */
export const startDesktop = async (desktop: Desktop, options: DesktopOptions): Promise<RunningProcess> => {
  const data = await makeTemporaryFolder('desktop');
  await mkdir(path.join(data, 'User'));
  await writeFile(path.join(data, 'User/settings.json'), JSON.stringify(quietSettings, undefined, 2));
  const args = [
    ...options.args,
    `--extensionDevelopmentPath=${options.extension}`,
    `--user-data-dir=${data}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    ...['--skip-welcome', '--skip-release-notes', '--disable-updates', '--disable-workspace-trust'],
    // Chromium's sandbox does not start for root or in most containers.
    ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu-sandbox'] : []),
  ];
  const onLine = options.onLine === undefined ? {} : { onLine: options.onLine };
  const running =
    hasDisplay() || options.invisible !== true
      ? startProcess(desktop.executable, args, onLine)
      : startProcess('xvfb-run', ['--auto-servernum', desktop.executable, ...args], onLine);
  const deleteData = async (): Promise<void> => rm(data, { recursive: true, force: true, maxRetries: 3 });
  return {
    ...running,
    exited: running.exited.finally(deleteData),
    stop: async () => {
      await running.stop();
      await deleteData();
    },
  };
};

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
