/** Markdown that shows a picture file. Pure: knows no editor. */
import { relativePath } from '../upward.ts';

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
  const page = `${folder.path.replace(/\/*$/, '/')}page`;
  // Encoded, so that spaces and brackets are no end of the address.
  const address = sameHost ? relativePath(page, file.path).split('/').map(encode).join('/') : file.toString();
  return `![${words.replace(/\s+/g, ' ').replace(/[\\[\]]/g, '\\$&')}](${address})`;
}

const encode = (name: string): string =>
  encodeURIComponent(name).replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
