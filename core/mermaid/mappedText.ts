/** A text that remembers, through any number of edits, where in the original each part of it came from. */
import { matchesOf } from '../matches.ts';
import type { Span, TextEdit } from '../model.ts';

/** A stretch of the text. Exact pieces correspond to the original character by character, others only as a whole. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly origin: Span;
  readonly exact: boolean;
}

export interface MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The length of the original text. */
  readonly originalLength: number;
}

/** The original itself. */
export function mapText(text: string): MappedText {
  const pieces =
    text === '' ? [] : [{ at: 0, length: text.length, origin: { start: 0, end: text.length }, exact: true }];
  return { text, pieces, originalLength: text.length };
}

/** Applies edits that are sorted by place and do not overlap; their spans are offsets into `mapped.text`. */
export function editMapped(mapped: MappedText, edits: readonly TextEdit[]): MappedText {
  if (edits.length === 0) return mapped;
  const pieces: Piece[] = [];
  let text = '';
  let cursor = 0;
  let index = 0;
  const copyUpTo = (end: number): void => {
    while (cursor < end) {
      const piece = mapped.pieces[index];
      if (piece === undefined) break;
      const pieceEnd = piece.at + piece.length;
      if (pieceEnd <= cursor) {
        index++;
        continue;
      }
      const to = Math.min(end, pieceEnd);
      const origin = piece.exact ? shift(piece, cursor, to) : piece.origin;
      pieces.push({ at: text.length, length: to - cursor, origin, exact: piece.exact });
      text += mapped.text.slice(cursor, to);
      cursor = to;
    }
  };
  for (const edit of edits) {
    copyUpTo(edit.span.start);
    if (edit.text !== '') {
      pieces.push({
        at: text.length,
        length: edit.text.length,
        origin: originOf(mapped, edit.span),
        exact: false,
      });
      text += edit.text;
    }
    cursor = Math.max(cursor, edit.span.end);
  }
  copyUpTo(mapped.text.length);
  return { text, pieces, originalLength: mapped.originalLength };
}

/** Edits every match of a global pattern; `edit` gives spans relative to the match. */
export function editMatches(
  mapped: MappedText,
  pattern: RegExp,
  edit: (match: RegExpExecArray) => readonly TextEdit[],
): MappedText {
  const edits = matchesOf(pattern, mapped.text).flatMap((match) =>
    edit(match).map(({ span, text }) => ({
      span: { start: match.index + span.start, end: match.index + span.end },
      text,
    })),
  );
  return editMapped(mapped, edits);
}

/** Takes out every match of a global pattern. */
export function removeMatches(mapped: MappedText, pattern: RegExp): MappedText {
  return editMatches(mapped, pattern, ({ 0: match }) => [replacement(0, match.length, '')]);
}

/** The edit that puts `text` in place of `length` characters. */
export function replacement(start: number, length: number, text: string): TextEdit {
  return { span: { start, end: start + length }, text };
}

/** Where in the original the part `span` of the text came from; what was replaced counts as a whole. */
export function originOf(mapped: MappedText, span: Span): Span {
  const first = pieceAt(mapped, span.start);
  if (first === undefined) return { start: mapped.originalLength, end: mapped.originalLength };
  const start = first.exact ? first.origin.start + span.start - first.at : first.origin.start;
  if (span.end <= span.start) return { start, end: start };
  const last = pieceAt(mapped, span.end - 1);
  if (last === undefined) return { start, end: mapped.originalLength };
  const end = last.exact ? last.origin.start + span.end - last.at : last.origin.end;
  return { start, end: Math.max(start, end) };
}

function shift(piece: Piece, from: number, to: number): Span {
  return { start: piece.origin.start + from - piece.at, end: piece.origin.start + to - piece.at };
}

/** The piece that holds the character at `offset`. */
function pieceAt(mapped: MappedText, offset: number): Piece | undefined {
  let low = 0;
  let high = mapped.pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = mapped.pieces[middle];
    if (piece === undefined) return undefined;
    if (offset < piece.at) high = middle - 1;
    else if (offset >= piece.at + piece.length) low = middle + 1;
    else return piece;
  }
  return undefined;
}
