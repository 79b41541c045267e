/** Paths between a document and the files that configure it; they use `/` and are absolute unless said otherwise. Pure. */

/** The folders from that of `file` up to `root`, nearest first; empty when `file` is not inside `root`. */
export function foldersUpward(file: string, root: string): readonly string[] {
  const top = root.replace(/\/+$/, '');
  if (!file.startsWith(`${top}/`)) return [];
  const folders: string[] = [];
  let folder = file.slice(0, file.lastIndexOf('/'));
  while (folder.length > top.length) {
    folders.push(folder);
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  folders.push(top === '' ? '/' : top);
  return folders;
}

/** What the relative path `target` means in the file `from`; undefined when that is not inside `root`. */
export function resolveInside(target: string, from: string, root: string): string | undefined {
  const parts = from.split('/').slice(1, -1);
  for (const part of target.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  const path = `/${parts.join('/')}`;
  return path.startsWith(`${root.replace(/\/+$/, '')}/`) ? path : undefined;
}

/** How the file `from` names the file `to`, relative to its own folder. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared += 1;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}
