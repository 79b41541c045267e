/** Turns the bytes of a source into text, or says what is wrong with them, and on which line. */
import type { SourceProblem } from './source.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The host's decoder, which throws where bytes mean nothing in the encoding. */
export type StrictDecode = (bytes: Uint8Array, encoding: TextEncodingName) => string;

/** A text has no zero byte; a binary file has one among its first. */
const probedBytes = 8_000;

/** UTF-8, or UTF-16 with its mark. A letter that is guessed would stand in a diagram as if it had been read. */
export function decodeSource(bytes: Uint8Array, decode: StrictDecode): { readonly text: string } | SourceProblem {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.subarray(0, probedBytes).includes(0)) {
    return { problem: 'this is a binary file, not a text', line: undefined };
  }
  const text = attempt(decode, bytes, encoding);
  if (text !== undefined) return { text };
  const line = encoding === 'utf-8' ? firstWrongLine(bytes, decode) : undefined;
  return { problem: `there are letters here that are no ${encoding.toUpperCase()}: save it as UTF-8 first`, line };
}

function encodingOf([first, second]: Uint8Array): TextEncodingName {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function attempt(decode: StrictDecode, bytes: Uint8Array, encoding: TextEncodingName): string | undefined {
  try {
    return decode(bytes, encoding);
  } catch {
    // That is the answer: the bytes are not of this encoding, or more than one text can hold.
    return undefined;
  }
}

const lineFeed = 10;

/** No letter of UTF-8 has the byte of a line feed in it, so that each line can be tried by itself. */
function firstWrongLine(bytes: Uint8Array, decode: StrictDecode): number | undefined {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed === -1 ? bytes.length : feed;
    if (attempt(decode, bytes.subarray(start, end), 'utf-8') === undefined) return line;
    start = end + 1;
  }
  return undefined;
}
