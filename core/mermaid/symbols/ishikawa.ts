/** Reads fishbone diagrams: the effect and its causes as rows, in the order of the text. */
import { plainLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import type { DiagramSymbols } from './model.ts';

/** Reads a fishbone diagram; never throws. */
export function readIshikawa(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^ishikawa(?:-beta)?\b/, [], ({ line, symbols }) => {
    symbols.row({ label: plainLabel(text, line.span), span: line.span, values: [], id: undefined });
  });
}
