/** Where what was found before is kept: beside the installed packages, or in a folder of its own that git does not see. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findRepository } from '../gitIgnore.ts';

const ownCacheFolder = '.diagram-gates-cache';

/** The absolute folder for runs in `cwd`; `wanted` is what somebody asked for. */
export async function cacheFolder(cwd: string, wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) return resolve(cwd, wanted);
  const top = (await findRepository(cwd)) ?? cwd;
  for (let at = cwd; ; at = dirname(at)) {
    const packages = join(at, 'node_modules');
    if ((await stat(packages).catch(() => undefined))?.isDirectory() === true)
      return join(packages, '.cache', 'diagram-gates');
    if (at === top || dirname(at) === at) return join(top, ownCacheFolder);
  }
}

/** Makes the folder, with a note inside that keeps git out of it. Rejects where it cannot be made. */
export async function makeCacheFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Whoever comes second finds it there.
  await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
}
