/** Keeps a run inside a folder: what links lead to outside of it is named, and not read. */
import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { FoundFiles } from './findFiles.ts';

/** Those of `files` that truly lie in the absolute `folder`. */
export async function confine({ files, problems }: FoundFiles, folder: string): Promise<FoundFiles> {
  const top = await realpath(folder);
  const inside = await Promise.all(files.map((file) => isInside(file, top)));
  const outside = files.filter((_, index) => inside[index] !== true);
  return {
    files: files.filter((_, index) => inside[index] === true),
    problems: [
      ...problems,
      ...outside.map((file) => `${relative(folder, file)} lies outside of the working directory`),
    ],
  };
}

/** A link that leads nowhere leads outside as well. */
async function isInside(path: string, top: string): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined);
  return real !== undefined && `${real}${sep}`.startsWith(top.endsWith(sep) ? top : `${top}${sep}`);
}
