/** Turns offsets of a text into lines and characters, and back. */
import type { Span } from '../model.ts';

/** A place in a text. Both numbers are 0-based; `character` counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const lineFeed = 10;
const carriageReturn = 13;

function findLineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const endsLine = code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
    if (endsLine) starts.push(at + 1);
  }
  return starts;
}

/** The lines of one text, ended by `\n`, `\r\n` or `\r`. A text has one line more than it has line endings. */
export class LineTable {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = findLineStarts(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The offset of the first character of 0-based `line`; a line past the end starts at the end of the text. */
  start(line: number): number {
    return this.#starts[Math.max(line, 0)] ?? this.text.length;
  }

  /** The offset after the last character of 0-based `line`, before its line ending. */
  end(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.text.length;
    const isPair = this.text.charCodeAt(next - 1) === lineFeed && this.text.charCodeAt(next - 2) === carriageReturn;
    return next - (isPair ? 2 : 1);
  }

  /** 0-based `line` without its line ending. */
  span(line: number): Span {
    return { start: this.start(line), end: this.end(line) };
  }

  /** The 0-based line that holds `offset`; offsets outside the text belong to the nearest line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The place of `offset`; an offset inside a line ending stands at the end of its line, as in an editor. */
  positionAt(offset: number): Position {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.lineAt(inside);
    return { line, character: Math.min(inside, this.end(line)) - this.start(line) };
  }

  /** The offset of `position`; a character past the end of its line is the end of that line. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.count) return this.text.length;
    return Math.min(this.start(position.line) + Math.max(position.character, 0), this.end(position.line));
  }
}
