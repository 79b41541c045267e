/** Splits a table's lines into cells with their places, as GitHub Flavored Markdown does. */
import type { Span } from '../model.ts';

export interface PlacedCell {
  /** The cell without the blanks around it. */
  readonly span: Span;
  /** The cell's text, with `\|` as `|`. */
  readonly text: string;
  /** The parts of the cell that are text: all but the backslashes of escaped pipes. */
  readonly pieces: readonly Span[];
}

const backslash = '\\'.charCodeAt(0);

/** The cells of `row`, which stands at `offset` of the source. Pipes in code spans divide too, unless escaped. */
export function splitRow(row: string, offset: number): PlacedCell[] {
  const cells: PlacedCell[] = [];
  let start = 0;
  let escapes: number[] = [];
  for (let at = row.indexOf('|'); ; at = row.indexOf('|', at + 1)) {
    if (at > 0 && row.charCodeAt(at - 1) === backslash) {
      escapes.push(at - 1);
      continue;
    }
    const end = at === -1 ? row.length : at;
    // The pipes at both ends of the row enclose it: nothing before the first or after the last is a cell.
    const isOutside = start === end && (end === 0 || end === row.length);
    if (!isOutside) cells.push(placeCell(row, offset, { start, end }, escapes));
    if (at === -1) return cells;
    start = at + 1;
    if (escapes.length > 0) escapes = [];
  }
}

function placeCell(row: string, offset: number, place: Span, escapes: readonly number[]): PlacedCell {
  const raw = row.slice(place.start, place.end);
  const text = raw.trim();
  const start = place.start + raw.indexOf(text);
  const end = start + text.length;
  const span = { start: offset + start, end: offset + end };
  if (escapes.length === 0) return { span, text, pieces: [span] };
  const texts: string[] = [];
  const pieces: Span[] = [];
  let pieceStart = start;
  for (const pieceEnd of [...escapes, end]) {
    texts.push(row.slice(pieceStart, pieceEnd));
    pieces.push({ start: offset + pieceStart, end: offset + pieceEnd });
    pieceStart = pieceEnd + 1;
  }
  return { span, text: texts.join(''), pieces };
}
