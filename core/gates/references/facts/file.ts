/** Finds the file that a reference leads to, or says for sure that there is none. */
import { groupBy } from '../../../groupBy.ts';
import { remember } from '../../../memo.ts';
import { foldersAbove, folderOf, nameOf, relativePath } from '../../../workspace/paths.ts';
import type { FolderContent, Places } from '../../../workspace/places.ts';
import type { DocumentFacts } from '../../rule.ts';
import { targetsOf } from './asked.ts';
import { candidatesOf, isHostPage, isMarkdown, isWritten, mayBeGenerated } from './fileKinds.ts';
import type { Reference } from './references.ts';
import type { Publishing } from './sites.ts';
import type { Suggest } from './suggest.ts';

export interface MissingFile {
  readonly kind: 'file';
  /** What was probably meant, as it is written in this page. */
  readonly nearest: string | undefined;
  /** Only upper and lower case differ from a file that is there. */
  readonly isCase: boolean;
}

/** A file or folder that is there. */
export interface FoundFile {
  readonly kind: 'found';
  readonly path: string;
}

type Surroundings = NonNullable<DocumentFacts['surroundings']>;

/** Undefined where it is not sure: outside of the workspace folder, not known, or a matter of the site's generator. */
export function resolveFile(
  reference: Reference,
  { path: from, places }: Surroundings,
  publishing: Publishing,
  suggest: Suggest,
): FoundFile | MissingFile | undefined {
  const [target, ...others] = targetsOf(reference.path, from);
  if (target === undefined || (reference.from === 'url' && publishing.site !== undefined)) return undefined;
  const candidates = candidatesOf(target);
  const found = candidates.find((path) => places.at(path) === 'file');
  if (found !== undefined) return { kind: 'found', path: found };
  if (places.at(target) === 'folder') return { kind: 'found', path: target };
  const elsewhere = others.find((path) => places.at(path) === 'file');
  const isSure =
    candidates.every((path) => places.at(path) === 'missing') &&
    others.every((path) => places.at(path) !== undefined) &&
    isWritten(target) &&
    !mayBeGenerated(target) &&
    !places.isIgnored(target) &&
    !isInEmptyFolder(target, places) &&
    !isHostPage(target) &&
    publishing.site !== 'url' &&
    (publishing.site === undefined || elsewhere === undefined) &&
    (!reference.path.startsWith('/') || isInRepository(target, elsewhere, publishing, places));
  return isSure ? describe(reference, target, elsewhere, from, places, suggest) : undefined;
}

/** An empty folder is another repository's that was not fetched: git keeps no others. */
function isInEmptyFolder(target: string, places: Places): boolean {
  return foldersAbove(target).some((folder) => {
    const content = places.contentOf(folder);
    return typeof content === 'object' && content.files.size + content.folders.size === 0;
  });
}

/** An absolute path may be one of a site: only below a folder that is there, and to a page, it is surely one of files. */
function isInRepository(target: string, elsewhere: string | undefined, { site }: Publishing, places: Places): boolean {
  const [first = ''] = target.split('/');
  return site === undefined && elsewhere === undefined && isMarkdown(target) && places.at(first) === 'folder';
}

function describe(
  reference: Reference,
  target: string,
  elsewhere: string | undefined,
  from: string,
  places: Places,
  suggest: Suggest,
): MissingFile {
  const write = (path: string): string => writeLike(reference.path, path, from);
  const content = places.contentOf(folderOf(target));
  const names = typeof content === 'object' ? namesIn(content) : undefined;
  const inFolder = (name: string): string => (folderOf(target) === '' ? name : `${folderOf(target)}/${name}`);
  const wanted = nameOf(target);
  const [sameLetters, ...more] = names?.byLetters.get(wanted.toLowerCase()) ?? [];
  if (sameLetters !== undefined && more.length === 0) {
    return { kind: 'file', nearest: write(inFolder(sameLetters)), isCase: true };
  }
  // The ending is compared by itself: of two short names it would be the larger part.
  const ending = endingOf(wanted);
  const stems = names?.stems.get(ending) ?? [];
  const near = suggest(wanted.slice(0, -ending.length), stems);
  const path = elsewhere ?? (near === undefined ? findByName(wanted, from, places) : inFolder(near + ending));
  return { kind: 'file', nearest: path === undefined ? undefined : write(path), isCase: false };
}

/** The names of a folder in the orders in which they are searched, worked out once a folder. */
const namesIn = remember(({ files }: FolderContent) => {
  const written = [...files].filter(isWritten);
  const stems = [...groupBy(written, endingOf)].map(
    ([ending, names]) => [ending, names.map((name) => name.slice(0, -ending.length))] as const,
  );
  return { byLetters: groupBy(written, (name) => name.toLowerCase()), stems: new Map(stems) };
});

/** From the last dot on; a written file has one. */
const endingOf = (name: string): string => name.slice(name.lastIndexOf('.'));

/** The file of this name in the page's folder or one above, where there is one only. */
function findByName(name: string, from: string, places: Places): string | undefined {
  // Every other folder has one of these.
  if (/^(?:readme|index)\./i.test(name)) return undefined;
  const found = foldersAbove(from)
    .map((folder) => (folder === '' ? name : `${folder}/${name}`))
    .filter((path) => path !== from && places.at(path) === 'file');
  return found.length === 1 ? found[0] : undefined;
}

/** A path in the manner of the one that was written: absolute, with `./` in front, or neither. */
function writeLike(written: string, path: string, from: string): string {
  if (written.startsWith('/')) return `/${path}`;
  const relative = relativePath(folderOf(from), path);
  return written.startsWith('./') && !relative.startsWith('..') ? `./${relative}` : relative;
}
