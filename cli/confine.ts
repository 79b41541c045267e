/** Keeps a run inside of some folders: what links lead to outside of them is named, and not read. */
import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { FoundFiles } from './findFiles.ts';

/** Where documents may lie. */
export interface Confines {
  /** Absolute. */
  readonly folders: readonly string[];
  /** What they are, for people. */
  readonly name: string;
}

/** Those of `files` that truly lie inside; the others are named as seen from `cwd`. */
export async function confine(
  { files, problems }: FoundFiles,
  { folders, name }: Confines,
  cwd: string,
): Promise<FoundFiles> {
  const tops = await Promise.all(folders.map((folder) => realpath(folder)));
  const inside = await Promise.all(files.map((file) => isInside(file, tops)));
  const outside = files.filter((_, index) => inside[index] !== true);
  return {
    files: files.filter((_, index) => inside[index] === true),
    problems: [...problems, ...outside.map((file) => `${relative(cwd, file)} lies outside of ${name}`)],
  };
}

/** A link that leads nowhere leads outside as well. */
async function isInside(path: string, tops: readonly string[]): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined);
  return real !== undefined && tops.some((top) => `${real}${sep}`.startsWith(top.endsWith(sep) ? top : `${top}${sep}`));
}
