/** Reads treemaps: sections and leaves as rows, and classes. */
import { Cursor } from './cursor.ts';
import { readLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import { maskNonContent } from './mask.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';
import { readStyleStatement } from './styleStatement.ts';

const row = /^("[^"]*"|'[^']*')\s*(?:[:,]\s*([-\d.,_]+))?\s*(?::::\s*[\w-]+)?$/d;

/** Reads a treemap; never throws. A section is a row without values. */
export function readTreemap(text: string, type: string): DiagramSymbols {
  const header = /^treemap(?:-beta)?\b/;
  return readLines(text, type, header, ['title', 'accTitle', 'accDescr'], ({ line, symbols }) => {
    if (readStyleStatement(new Cursor(maskNonContent(text), line.span.start), symbols)) return;
    const [name, size] = matchSpans(row.exec(line.text), line.span.start);
    if (name === undefined) return;
    const values = size === undefined ? [] : [{ text: text.slice(size.start, size.end), span: size }];
    symbols.row({ label: readLabel(text, name), span: line.span, values, id: undefined });
  });
}
