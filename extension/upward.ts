/** The folders in which a document's configuration may lie, nearest first. Pure. */

/** From the folder of `file` up to `root`; empty when `file` is not inside `root`. Paths use `/` and are absolute. */
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
