/** Finds or fetches a Chromium and starts it quietly: no window, no call home. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { installPackagedBrowser } from './packagedBrowser.ts';
import type { BrowserProgram } from './packagedBrowser.ts';
import { runProcess } from './processes.ts';
import { findProgram } from './programs.ts';

const quietFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserOptions {
  /** Flags beside the quiet ones. */
  readonly flags?: readonly string[];
}

/** Starts a headless Chromium; the caller closes it. Rejects when there is none and none can be installed. */
export const launchBrowser = async (options: BrowserOptions = {}): Promise<Browser> => {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    args: [...quietFlags, ...(options.flags ?? [])],
    ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
  });
};

/** Finds a Chromium: `CHROME_PATH`, one of the system, Debian's package, the one of the npm registry. */
export const findBrowser = async (): Promise<BrowserProgram> => {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return { executablePath: chosen };
    throw new Error(`CHROME_PATH names ${chosen}, which does not exist`);
  }
  const installed = systemBrowser() ?? (await debianBrowser());
  return installed === undefined ? installPackagedBrowser() : { executablePath: installed };
};

const systemBrowser = (): string | undefined =>
  findProgram(
    ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'],
    ...['microsoft-edge', 'microsoft-edge-stable'],
  ) ?? systemPlaces().find((place) => existsSync(place));

/** Where browsers are that are not on PATH. */
const systemPlaces = (): readonly string[] => {
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ];
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          path.join(folder, 'Google/Chrome/Application/chrome.exe'),
          path.join(folder, 'Chromium/Application/chrome.exe'),
          path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]);
    default:
      return [];
  }
};

/** Debian's own package, where we may install it; undefined elsewhere and where its mirror is out of reach. */
const debianBrowser = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  if (!(await isDebian())) return undefined;
  console.log('no browser found; installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProcess('apt-get', ['update'], { env });
  const { code, output } = await runProcess('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
  });
  if (code !== 0) console.log(`apt-get could not install chromium:\n${output.trim()}`);
  return systemBrowser();
};

const isDebian = async (): Promise<boolean> => {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  // Ubuntu's package of that name only points to a snap, which does not run in a container.
  return /^ID=debian$/m.test(release);
};
