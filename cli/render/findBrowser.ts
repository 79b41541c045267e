/** Finds a browser that can draw: Chrome, Chromium or Edge, which people have already. None is ever downloaded. */
import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';

const names = [
  ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'msedge'],
];

export interface BrowserSearch {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The program somebody named. */
  readonly wanted: string | undefined;
}

/** The program's path; or a sentence that says why there is none and what would help. */
export async function findBrowser(search: BrowserSearch): Promise<string | { readonly problem: string }> {
  const { cwd, env, wanted } = search;
  const chosen = wanted ?? nonEmpty(env['CHROME_PATH']);
  if (chosen !== undefined) {
    const path = resolve(cwd, chosen);
    const source = wanted === undefined ? 'CHROME_PATH' : '--browser';
    return (await isProgram(path)) ? path : { problem: `${source} names ${chosen}, which is no program` };
  }
  for (const place of placesOf(search)) if (await isProgram(place)) return place;
  return {
    problem:
      'no browser is found to draw with: install Chrome, Chromium or Edge, or name one with --browser or CHROME_PATH',
  };
}

/** The folders of PATH first, then where installers put browsers. */
function placesOf({ env, platform }: BrowserSearch): readonly string[] {
  const ending = platform === 'win32' ? '.exe' : '';
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name + ending)));
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] === undefined ? [] : [join(env['HOME'], 'Applications')])];
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return [...onPath, ...roots.flatMap((root) => apps.map((app) => join(root, `${app}.app/Contents/MacOS/${app}`)))];
  }
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => nonEmpty(env[name]) ?? []);
    const apps = [
      'Google/Chrome/Application/chrome',
      'Chromium/Application/chrome',
      'Microsoft/Edge/Application/msedge',
    ];
    return [...roots.flatMap((root) => apps.map((app) => join(root, `${app}.exe`))), ...onPath];
  }
  return [...onPath, '/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

const nonEmpty = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
