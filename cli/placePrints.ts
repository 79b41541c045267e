/** What the checker was told of the places that pages refer to, as fingerprints: a result is right while they stay the same. */
import { createHash, randomUUID } from 'node:crypto';
import type { PlacesFound } from '../core/ports.ts';

export interface SeenPlace {
  readonly kind: 'folder' | 'page';
  readonly path: string;
  readonly print: string;
}

export interface PlacePrints {
  /** How a place is now, or was when it was first looked at in this run. */
  of(root: string, kind: SeenPlace['kind'], path: string): Promise<string>;
  /** What was told of `paths`; undefined where that cannot be said. */
  seen(root: string, paths: readonly string[]): readonly SeenPlace[] | undefined;
}

type Folder = PlacesFound['folders'][number];
type Page = PlacesFound['pages'][number];

/** The order in which a file system lists names means nothing. */
export function printFolder(folder: Folder | undefined): string {
  if (folder === undefined) return 'unknown';
  if (folder.content === undefined) return 'missing';
  const { files, folders, ignores } = folder.content;
  return hash(JSON.stringify([[...files].sort(), [...folders].sort(), ignores]));
}

export function printPage(page: Page | undefined): string {
  if (page === undefined) return 'unknown';
  return page.text === undefined ? 'unreadable' : hash(page.text);
}

/** Of a place that changed during the run nobody can say what the checker was told of it. */
export const changing = (): string => `changing ${randomUUID()}`;

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
