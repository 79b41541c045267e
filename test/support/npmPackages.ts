/** Installs packages from the npm registry into a folder of their own, whole or not at all. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runProcess } from './processes.ts';

export interface PackageFolder {
  /** The folder to create; its name should carry the versions, so that new ones are installed beside the old. */
  readonly folder: string;
  /** Exact packages, such as `code-server@4.139.1`. */
  readonly packages: readonly string[];
  /** Folders inside, relative, whose own dependencies npm installs too. */
  readonly nested?: readonly string[];
}

/** The file that says a folder is complete; written last. */
const marker = 'installed.json';

/** True when the folder was installed completely before. */
export const isInstalled = (wanted: PackageFolder): boolean => existsSync(path.join(wanted.folder, marker));

/** Installs unless it is there; two runs at the same time do not disturb each other. */
export const installPackages = async (wanted: PackageFolder): Promise<string> => {
  if (isInstalled(wanted)) return wanted.folder;
  await mkdir(path.dirname(wanted.folder), { recursive: true });
  const draft = await mkdtemp(`${wanted.folder}.`);
  try {
    await writeFile(path.join(draft, 'package.json'), '{ "private": true }\n');
    await npmInstall(draft, ['--no-save', ...wanted.packages]);
    for (const inner of wanted.nested ?? []) await npmInstall(path.join(draft, inner), ['--omit=dev']);
    await writeFile(path.join(draft, marker), `${JSON.stringify({ packages: wanted.packages }, undefined, 2)}\n`);
    await moveIntoPlace(draft, wanted);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return wanted.folder;
};

const npmInstall = async (folder: string, args: readonly string[]): Promise<void> => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1', '--fetch-timeout=60000'];
  // Install scripts would compile native modules that no test needs.
  const { code, output } = await runProcess(npm, ['install', '--ignore-scripts', ...quiet, ...args], {
    cwd: folder,
    env: withoutNpmSettings(),
  });
  if (code === 0) return;
  throw new Error(`npm could not install ${args.join(' ')}; is the npm registry within reach?\n${output.trim()}`);
};

/** Without what an outer `npm run` says about our own package, which npm would take for this one's. */
const withoutNpmSettings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_(local_prefix|prefix))/i.test(name),
    ),
  );

const moveIntoPlace = async (draft: string, wanted: PackageFolder): Promise<void> => {
  // An incomplete folder without the marker can only be left by hand; a complete one is another run's work.
  if (existsSync(wanted.folder) && !isInstalled(wanted)) await rm(wanted.folder, { recursive: true });
  try {
    await rename(draft, wanted.folder);
  } catch (error) {
    if (!isInstalled(wanted)) throw error;
  }
};
