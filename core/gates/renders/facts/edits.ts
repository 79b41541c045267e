/** The edits that repairs are made of. */
import type { Fix, Span, TextEdit } from '../../../model.ts';

export const insertAt = (offset: number, text: string): TextEdit => ({ span: { start: offset, end: offset }, text });

export const replaceBy = (span: Span, text: string): TextEdit => ({ span, text });

/** Offers the name that was probably meant; whether it was, only its author can say. */
export const changeTo = (nearest: string | undefined, span: Span): readonly Fix[] =>
  nearest === undefined ? [] : [{ title: `Change to \`${nearest}\``, edits: [replaceBy(span, nearest)], byHand: true }];

/** Takes out the whole line around `span`, its line ending included. */
export function removeLine(text: string, span: Span): TextEdit {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  if (newline !== -1) return { span: { start, end: newline + 1 }, text: '' };
  return { span: { start: Math.max(0, start - 1), end: text.length }, text: '' };
}

/** The blanks at the beginning of the line of `offset`. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[^\S\n]*/.exec(text.slice(start))?.[0] ?? '';
}

/** The part `from` to `from + length` of a line that begins at `span.start`. */
export const within = (span: Span, from: number, length: number): Span => ({
  start: span.start + from,
  end: span.start + from + length,
});
