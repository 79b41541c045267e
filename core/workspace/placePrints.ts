/** Places that pages refer to, as fingerprints: what was found in a page is right while they stay the same. */
import type { PlacesFound } from '../ports.ts';

export interface SeenPlace {
  readonly kind: 'folder' | 'page';
  readonly path: string;
  readonly print: string;
}

/** A short name for a text; equal texts have equal ones. */
export type Hash = (text: string) => string;

/** The order in which a file system lists names means nothing. */
export function printFolder(folder: PlacesFound['folders'][number] | undefined, hash: Hash): string {
  if (folder === undefined) return 'unknown';
  if (folder.content === undefined) return 'missing';
  const { files, folders, ignores } = folder.content;
  return hash(JSON.stringify([[...files].sort(), [...folders].sort(), ignores]));
}

export function printPage(page: PlacesFound['pages'][number] | undefined, hash: Hash): string {
  if (page === undefined) return 'unknown';
  return page.text === undefined ? 'unreadable' : hash(page.text);
}
