/** Reads what git prints of trees and of the contents of files. */

export interface TreeFile {
  readonly path: string;
  /** The name of its content: equal contents have equal names. */
  readonly blob: string;
  /** In bytes. */
  readonly size: number;
}

/** With sizes, all folders, and names as they are. Paths are relative to the working directory, and nothing outside of it is listed. */
export const treeArguments = (commit: string): readonly string[] => ['ls-tree', '-r', '-z', '-l', commit, '--', '.'];

/** The files of a tree; links and submodules are none. */
export function readTree(printed: string): readonly TreeFile[] {
  return printed.split('\0').flatMap((entry) => {
    const [, blob, size, path] = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t(.+)$/s.exec(entry) ?? [];
    return blob === undefined || path === undefined ? [] : [{ path, blob, size: Number(size) }];
  });
}

/** Prints the contents of the blobs it is given by name, one a line. */
export const contentArguments: readonly string[] = ['cat-file', '--batch'];

const newline = 10;

/** The contents by blob; those that git does not have are left out. */
export function readContents(printed: Uint8Array, decode: (bytes: Uint8Array) => string): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  let at = 0;
  while (at < printed.length) {
    const end = printed.indexOf(newline, at);
    if (end === -1) break;
    const [blob = '', kind, size] = decode(printed.subarray(at, end)).split(' ');
    at = end + 1;
    // `<name> missing` has no content.
    if (kind !== 'blob') continue;
    contents.set(blob, decode(printed.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return contents;
}
