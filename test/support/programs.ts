/** Looks for programs on PATH. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The absolute path of the first of these programs on PATH, undefined where there is none. */
export const findProgram = (...names: readonly string[]): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))))
    .find((place) => existsSync(place));
};
