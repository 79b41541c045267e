/** Which places of a workspace folder are concerned by many changes at once. */
import { folderOf, foldersAbove } from './paths.ts';

export interface PathChange {
  readonly path: string;
  /** Whether only the file's text is another: then its folder is as it was. */
  readonly isText: boolean;
}

/** As `isTouchedBy` for each change, but the work grows with the depth of the place and not with the changes. */
export function touchedBy(changes: readonly PathChange[]): (place: string) => boolean {
  const all = new Set(changes.map(({ path }) => path));
  const moved = changes.filter(({ isText }) => !isText).map(({ path }) => path);
  const came = new Set(moved);
  const folders = new Set(moved.map(folderOf));
  return (place) => all.has(place) || folders.has(place) || foldersAbove(place).some((folder) => came.has(folder));
}
