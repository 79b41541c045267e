/** The text as the Markdown parser reads it, with the way back to the places its author wrote. */
import { matchesOf } from '../matches.ts';

/**
 * The part of a document below its front matter, with every line ending as `\n`.
 * markdown-it replaces `\r\n` before it looks, so its offsets are only right for the text it was given.
 */
export class BodySource {
  /** What the parser reads. Lines are counted from 0 and are those of the source. */
  readonly text: string;
  readonly #bodyStart: number;
  /** How many characters of line endings were dropped before each line; undefined when none were. */
  readonly #dropped: readonly number[] | undefined;

  constructor(source: string, bodyStart: number) {
    const body = bodyStart === 0 ? source : source.slice(bodyStart);
    this.#bodyStart = bodyStart;
    if (body.includes('\r')) {
      this.text = body.replace(/\r\n?/g, '\n');
      this.#dropped = countDropped(body);
    } else {
      this.text = body;
      this.#dropped = undefined;
    }
  }

  /** The source offset of `offset` in `text`, which stands on `line` or at its end. */
  toSource(line: number, offset: number): number {
    return offset + this.#bodyStart + (this.#dropped?.[line] ?? 0);
  }
}

function countDropped(body: string): number[] {
  const dropped = [0];
  let count = 0;
  for (const [ending] of matchesOf(/\r\n?|\n/g, body)) {
    count += ending.length - 1;
    dropped.push(count);
  }
  return dropped;
}
