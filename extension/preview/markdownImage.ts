/** Markdown that shows a picture file. Pure: knows no editor. */

/** The parts of a URI that matter here. */
interface Place {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  toString(): string;
}

/** The line for a page in `folder`; the address is relative, wherever that is possible. */
export function markdownImage(words: string, folder: Place, file: Place): string {
  const sameHost = folder.scheme === file.scheme && folder.authority === file.authority;
  const address = sameHost ? relative(folder.path, file.path) : file.toString();
  return `![${words.replace(/\s+/g, ' ').replace(/[\\[\]]/g, '\\$&')}](${address})`;
}

/** From one folder to a file, both with `/`; encoded, so that spaces and brackets are no end of the address. */
function relative(folder: string, file: string): string {
  const from = folder.split('/').filter((name) => name !== '');
  const to = file.split('/').filter((name) => name !== '');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].map(encode).join('/');
}

const encode = (name: string): string =>
  encodeURIComponent(name).replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
