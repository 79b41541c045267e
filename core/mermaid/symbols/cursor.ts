/** A place in a text that moves forward by matching sticky expressions. */
import type { Span } from '../../model.ts';

export class Cursor {
  readonly text: string;
  pos = 0;

  constructor(text: string, pos = 0) {
    this.text = text;
    this.pos = pos;
  }

  get atEnd(): boolean {
    return this.pos >= this.text.length;
  }

  /** The match of a sticky (`y`) expression at the cursor, without moving. */
  peek(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.pos;
    return pattern.exec(this.text) ?? undefined;
  }

  /** Moves past the match of a sticky (`y`) expression and returns its span; stays where it is without one. */
  take(pattern: RegExp): Span | undefined {
    const match = this.peek(pattern);
    if (match === undefined) return undefined;
    const span = { start: this.pos, end: this.pos + match[0].length };
    this.pos = span.end;
    return span;
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** The offset of the end of the cursor's line, its line ending excluded. */
  lineEnd(): number {
    const end = this.text.indexOf('\n', this.pos);
    return end === -1 ? this.text.length : end;
  }
}

/** The span without white space at either end. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
