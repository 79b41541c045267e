/** Turns the paths people name into the documents to check. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { DocumentKind } from '../core/model.ts';
import { GitIgnore, skippedFolders } from './gitIgnore.ts';

const kinds: Readonly<Record<string, DocumentKind>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'markdown',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
};

/** What a file of this name is; undefined when it is no document. */
export function kindOf(path: string): DocumentKind | undefined {
  return kinds[extname(path).toLowerCase()];
}

export interface FoundFiles {
  /** Absolute paths, each once. */
  readonly files: readonly string[];
  /** Why a path could not be followed, for people. */
  readonly problems: readonly string[];
}

/** Finds the documents that `paths` name, from the absolute folder `cwd`. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Set<string>();
  const problems: string[] = [];
  for (const path of paths) {
    const found = await follow(path, cwd);
    if (typeof found === 'string') problems.push(found);
    else for (const file of found) files.add(file);
  }
  return { files: [...files], problems };
}

async function follow(path: string, cwd: string): Promise<readonly string[] | string> {
  const absolute = resolve(cwd, path);
  const entry = await stat(absolute).catch(() => undefined);
  if (entry?.isDirectory() === true) {
    const files = await walk(absolute, await GitIgnore.below(absolute)).catch((problem: unknown) => String(problem));
    if (typeof files === 'string') return `${path}: ${files}`;
    return files.length > 0 ? files : `${path}: there is no Markdown or Mermaid file in this folder`;
  }
  if (entry !== undefined) {
    return kindOf(absolute) === undefined ? `${path}: this is no Markdown or Mermaid file` : [absolute];
  }
  if (!isDynamicPattern(path)) return `${path}: there is no such file or folder`;
  return (await expand(path, cwd)) ?? `${path}: no Markdown or Mermaid file matches`;
}

/** Every document below `folder`, in order of path; links to folders are not followed, since they may lead in circles. */
async function walk(folder: string, ignored: GitIgnore): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name) && !(await ignored.ignoresFolder(path)))
        found.push(...(await walk(path, ignored)));
    } else if (kindOf(path) !== undefined && !(await ignored.ignoresFile(path)) && (await isFile(path))) {
      found.push(path);
    }
  }
  return found;
}

/** Whether there is a file, or a link to one. A link that leads nowhere counts: reading it will say so. */
async function isFile(path: string): Promise<boolean> {
  const entry = await stat(path).catch(() => undefined);
  return entry === undefined || entry.isFile();
}

async function expand(pattern: string, cwd: string): Promise<readonly string[] | undefined> {
  const skipped = [...skippedFolders].filter((name) => !pattern.includes(name)).map((name) => `**/${name}/**`);
  const matches = await glob(pattern, { cwd, absolute: true, dot: true, expandDirectories: false, ignore: skipped });
  const ignored = await GitIgnore.below(cwd);
  const found: string[] = [];
  for (const match of matches) {
    const path = resolve(match);
    if (kindOf(path) !== undefined && !(await ignored.ignoresFile(path))) found.push(path);
  }
  return found.length === 0 ? undefined : found.sort();
}
