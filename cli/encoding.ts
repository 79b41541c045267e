/** How a text is written as bytes, so that a changed text can be written as the old one was. */
import { decode } from './readText.ts';

export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Whether a byte order mark leads the text. */
  readonly mark: boolean;
}

export type EncodedText = { readonly text: string; readonly encoding: Encoding } | { readonly problem: string };

/** Decodes a text, or says why its bytes could not be written again as they are. */
export function decodeExactly(bytes: Uint8Array): EncodedText {
  const decoded = decode(bytes);
  if ('problem' in decoded) return decoded;
  const encoding = detect(bytes);
  if (Buffer.compare(encode(decoded.text, encoding), bytes) !== 0) {
    return { problem: `this is not valid ${encoding.name.toUpperCase()}, so it is left alone: save it as UTF-8 first` };
  }
  return { text: decoded.text, encoding };
}

export function encode(text: string, { name, mark }: Encoding): Uint8Array {
  const whole = mark ? `\uFEFF${text}` : text;
  if (name === 'utf-8') return Buffer.from(whole, 'utf8');
  const bytes = Buffer.from(whole, 'utf16le');
  return name === 'utf-16be' ? bytes.swap16() : bytes;
}

function detect([first, second, third]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', mark: true };
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', mark: true };
  return { name: 'utf-8', mark: first === 0xef && second === 0xbb && third === 0xbf };
}
