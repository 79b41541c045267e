/** Paths inside a workspace folder: `docs/page.md`, with `/`, from the folder's top, which is the empty path. */

/** The folder that holds a path. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `written` as seen from `folder`, without `.` and `..`; undefined when it leads out of the workspace folder. */
export function joinPath(folder: string, written: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const path = parts.join('/');
  return isPath(path) ? path : undefined;
}

/** Whether this is a path that cannot lead anywhere else: no `..`, no drive, no other separator. */
export function isPath(path: string): boolean {
  if (path.length > longestPath || /[\\:\0]/.test(path)) return false;
  return path === '' || path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

const longestPath = 1_000;

/** A path's folder and those above it, the nearest first, the workspace folder last. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ''];
}

/** How `path` is written in a page of `folder`. */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Whether what is known of `place` may be wrong after something appeared at `changed`, or went from there; below the top is everything. */
export function isTouchedBy(place: string, changed: string): boolean {
  return changed === '' || place === changed || place === folderOf(changed) || place.startsWith(`${changed}/`);
}
