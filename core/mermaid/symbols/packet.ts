/** Reads packet diagrams: each field as a row, its bits as the row's value. */
import { readLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';

const field = /^(\+\d+|\d+(?:\s*-\s*\d+)?)\s*:\s*("[^"]*"|'[^']*')$/d;

/** Reads a packet; never throws. */
export function readPacket(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^packet(?:-beta)?\b/, ['title', 'accTitle', 'accDescr'], ({ line, symbols }) => {
    const [bits, name] = matchSpans(field.exec(line.text), line.span.start);
    if (bits === undefined || name === undefined) return;
    const label = readLabel(text, { start: name.start + 1, end: name.end - 1 });
    const values = [{ text: text.slice(bits.start, bits.end), span: bits }];
    symbols.row({ label, span: line.span, values, id: undefined });
  });
}
