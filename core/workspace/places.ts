/** What is known of a workspace's files: asked once, kept until the host says that something changed. */
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { readAnchors } from '../document/anchors.ts';
import type { Anchors } from '../document/anchors.ts';
import { parseDocument } from '../document/parse.ts';
import type { FolderListing, PlacesAsked, PlacesFound, Workspace } from '../ports.ts';
import { folderOf, foldersAbove, isTouchedBy, nameOf } from './paths.ts';

/** The names in a folder. */
export interface FolderContent {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly ignore: Ignore | undefined;
}

/** A workspace folder as far as it was asked about; `undefined` always means that it is not known. */
export interface Places {
  at(path: string): 'file' | 'folder' | 'missing' | undefined;
  /** Whether git leaves the path out, by itself or with a folder above it, as far as that is known. */
  isIgnored(path: string): boolean;
  contentOf(folder: string): FolderContent | 'missing' | undefined;
  anchorsOf(page: string): Anchors | undefined;
}

interface Known {
  readonly folders: Map<string, FolderContent | 'missing'>;
  /** Undefined for a page that cannot be read. */
  readonly pages: Map<string, Anchors | undefined>;
}

/** What is kept of one workspace folder at most. */
const mostKnown = 5_000;

export class KnownPlaces {
  readonly #workspace: Workspace;
  readonly #known = new Map<string, Known>();
  #changes = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Asks for what is not known yet: first the folders, then the pages that are there. */
  async learn(asked: PlacesAsked): Promise<Places> {
    const { root } = asked;
    const before = this.#changes;
    const kept = this.#known.get(root);
    // Nothing but what is asked, so that an answer never depends on what other pages asked before; and a copy, since what
    // is asked now may be out of date when it comes: then it serves this check only.
    const known = { folders: pick(kept?.folders, asked.folders), pages: pick(kept?.pages, asked.pages) };
    const places = viewOf(known);
    const folders = asked.folders.filter((folder) => !known.folders.has(folder));
    if (folders.length > 0) add(known, await this.#look({ root, folders, pages: [] }));
    const pages = asked.pages.filter((page) => !known.pages.has(page) && places.at(page) === 'file');
    if (pages.length > 0) add(known, await this.#look({ root, folders: [], pages }));
    if (this.#changes === before && folders.length + pages.length > 0) this.#keep(root, known);
    return places;
  }

  /** Something appeared at these paths of a workspace folder, changed, or went. */
  forget(root: string, changed: readonly string[]): void {
    this.#changes++;
    const known = this.#known.get(root);
    for (const path of changed) {
      for (const folder of known?.folders.keys() ?? []) if (isTouchedBy(folder, path)) known?.folders.delete(folder);
      for (const page of known?.pages.keys() ?? []) if (isTouchedBy(page, path)) known?.pages.delete(page);
    }
  }

  async #look(asked: PlacesAsked): Promise<PlacesFound> {
    try {
      return await this.#workspace.look(asked);
    } catch {
      // A file system that fails is one that knows nothing; the host has it in its log.
      return { folders: [], pages: [] };
    }
  }

  #keep(root: string, { folders, pages }: Known): void {
    const kept = this.#known.get(root) ?? { folders: new Map(), pages: new Map() };
    for (const [path, content] of folders) kept.folders.set(path, content);
    for (const [path, anchors] of pages) kept.pages.set(path, anchors);
    if (kept.folders.size + kept.pages.size <= mostKnown) this.#known.set(root, kept);
    else this.#known.delete(root);
  }
}

function pick<Value>(from: ReadonlyMap<string, Value> | undefined, paths: readonly string[]): Map<string, Value> {
  const picked = new Map<string, Value>();
  for (const path of paths) {
    const value = from?.get(path);
    if (value !== undefined || from?.has(path) === true) picked.set(path, value as Value);
  }
  return picked;
}

function add({ folders, pages }: Known, found: PlacesFound): void {
  for (const { path, content } of found.folders) {
    folders.set(path, content === undefined ? 'missing' : readListing(content));
  }
  for (const { path, text } of found.pages) {
    pages.set(path, text === undefined ? undefined : readAnchors(parseDocument(text, 'markdown')));
  }
}

function readListing({ files, folders, ignores }: FolderListing): FolderContent {
  return {
    files: new Set(files),
    folders: new Set(folders),
    ignore: ignores === undefined ? undefined : ignore().add(ignores),
  };
}

function viewOf({ folders, pages }: Known): Places {
  return {
    at: (path) => {
      if (path === '') return 'folder';
      const content = folders.get(folderOf(path));
      if (content === undefined || content === 'missing') return content;
      const name = nameOf(path);
      return content.files.has(name) ? 'file' : content.folders.has(name) ? 'folder' : 'missing';
    },
    isIgnored: (path) =>
      [path, ...foldersAbove(path)].some((each, index) => each !== '' && isLeftOut(each, index > 0, folders)),
    contentOf: (folder) => folders.get(folder),
    anchorsOf: (page) => pages.get(page),
  };
}

/** The nearest `.gitignore` that says anything about `path` decides, as in git. */
function isLeftOut(path: string, isFolder: boolean, folders: Known['folders']): boolean {
  for (const folder of foldersAbove(path)) {
    const content = folders.get(folder);
    if (content === undefined || content === 'missing') continue;
    const below = folder === '' ? path : path.slice(folder.length + 1);
    const verdict = content.ignore?.test(isFolder ? `${below}/` : below);
    if (verdict?.ignored === true) return true;
    if (verdict?.unignored === true) return false;
  }
  return false;
}
