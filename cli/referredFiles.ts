/** What the checker may know of the files around a document: those of its repository, or of the working directory. */
import { readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Place, PlacesAsked, PlacesFound, Workspace } from '../core/ports.ts';
import { folderOf, isPath } from '../core/workspace/paths.ts';
import { findRepository } from './gitIgnore.ts';
import { printFolder, printPage } from '../core/workspace/placePrints.ts';
import type { SeenPlace } from '../core/workspace/placePrints.ts';
import { changing, hashPlace } from './placePrints.ts';
import type { PlacePrints } from './placePrints.ts';
import { readText } from './readText.ts';

/** Pages with more bytes than this are not read for their headings. */
const mostBytes = 2_000_000;

type Folder = PlacesFound['folders'][number];
type Page = PlacesFound['pages'][number];

export class ReferredFiles implements Workspace, PlacePrints {
  readonly #cwd: string;
  readonly #prints = new Map<string, string>();
  readonly #roots = new Map<string, Promise<string>>();
  /** The real paths of the roots that were given out; nothing is looked at outside of them. */
  readonly #allowed = new Map<string, Promise<string>>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Where the document at the absolute `path` stands, whether there is a file or not; undefined for names no path can have. */
  async placeOf(path: string): Promise<Place | undefined> {
    const folder = dirname(path);
    const known = this.#roots.get(folder) ?? this.#findRoot(folder);
    this.#roots.set(folder, known);
    const root = await known;
    if (!this.#allowed.has(root)) this.#allowed.set(root, realpath(root));
    const inside = relative(root, path).split(sep).join('/');
    return isPath(inside) ? { root, path: inside } : undefined;
  }

  async look({ root, folders, pages }: PlacesAsked): Promise<PlacesFound> {
    const top = await this.#allowed.get(root)?.catch(() => undefined);
    if (top === undefined) return { folders: [], pages: [] };
    const listed = await Promise.all(folders.map((path) => list(top, path)));
    const read = await Promise.all(pages.map((path) => readPage(top, path)));
    folders.forEach((path, index) => this.#note(root, 'folder', path, printFolder(listed[index], hashPlace)));
    pages.forEach((path, index) => this.#note(root, 'page', path, printPage(read[index], hashPlace)));
    return {
      folders: listed.filter((folder) => folder !== undefined),
      pages: read.filter((page) => page !== undefined),
    };
  }

  /** Everything may be different now; gives the roots about which something was told. */
  forget(): readonly string[] {
    this.#roots.clear();
    this.#prints.clear();
    return [...this.#allowed.keys()];
  }

  async of(root: string, kind: SeenPlace['kind'], path: string): Promise<string> {
    const key = keyOf(root, kind, path);
    if (!this.#prints.has(key)) {
      await this.look({ root, folders: kind === 'folder' ? [path] : [], pages: kind === 'page' ? [path] : [] });
    }
    return this.#prints.get(key) ?? changing();
  }

  seen(root: string, paths: readonly string[]): readonly SeenPlace[] | undefined {
    const found: SeenPlace[] = [];
    for (const path of paths) {
      const kinds = (['folder', 'page'] as const).flatMap((kind) => {
        const print = this.#prints.get(keyOf(root, kind, path));
        return print === undefined ? [] : [{ kind, path, print }];
      });
      // A page that is not there is not looked at; its folder says so.
      if (kinds.length === 0 && !this.#prints.has(keyOf(root, 'folder', folderOf(path)))) return undefined;
      found.push(...kinds);
    }
    return found;
  }

  #note(root: string, kind: SeenPlace['kind'], path: string, print: string): void {
    const key = keyOf(root, kind, path);
    const before = this.#prints.get(key);
    this.#prints.set(key, before === undefined || before === print ? print : changing());
  }

  async #findRoot(folder: string): Promise<string> {
    const isBelow = folder === this.#cwd || folder.startsWith(this.#cwd.endsWith(sep) ? this.#cwd : this.#cwd + sep);
    return (await findRepository(folder)) ?? (isBelow ? this.#cwd : folder);
  }
}

async function list(top: string, path: string): Promise<Folder | undefined> {
  try {
    const real = await realpath(join(top, path));
    if (!isWithin(top, real)) return undefined;
    const entries = await readdir(real, { withFileTypes: true });
    const kinds = await Promise.all(entries.map((entry) => kindOf(join(real, entry.name), entry)));
    const named = (kind: 'file' | 'folder'): readonly string[] =>
      entries.filter((_, index) => kinds[index] === kind).map(({ name }) => name);
    const files = named('file');
    const ignores = files.includes('.gitignore') ? await readText(join(real, '.gitignore')) : undefined;
    return {
      path,
      content: {
        files,
        folders: named('folder'),
        ignores: ignores !== undefined && 'text' in ignores ? ignores.text : undefined,
      },
    };
  } catch (problem) {
    return isMissing(problem) ? { path, content: undefined } : undefined;
  }
}

/** What an entry is, or leads to; undefined for a link that leads nowhere. */
async function kindOf(path: string, entry: Dirent): Promise<'file' | 'folder' | undefined> {
  if (!entry.isSymbolicLink()) return entry.isDirectory() ? 'folder' : 'file';
  const target = await stat(path).catch(() => undefined);
  return target === undefined ? undefined : target.isDirectory() ? 'folder' : 'file';
}

async function readPage(top: string, path: string): Promise<Page | undefined> {
  try {
    const real = await realpath(join(top, path));
    if (!isWithin(top, real) || (await stat(real)).size > mostBytes) return { path, text: undefined };
    const read = await readText(real);
    return { path, text: 'text' in read ? read.text : undefined };
  } catch {
    // It went between being listed and being read.
    return undefined;
  }
}

const keyOf = (root: string, kind: SeenPlace['kind'], path: string): string => JSON.stringify([root, kind, path]);

const isWithin = (top: string, real: string): boolean =>
  real === top || real.startsWith(top.endsWith(sep) ? top : top + sep);

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && (problem.code === 'ENOENT' || problem.code === 'ENOTDIR');
}
