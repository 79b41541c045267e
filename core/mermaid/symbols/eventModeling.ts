/** Reads event models: time frames as rows, each with the frames it comes from. */
import { matchesOf } from '../../matches.ts';
import { plainLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import type { Field } from './lineReader.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';

const frame = /^(?:tf|timeframe|rf|resetframe)\s+(\d{1,3})\s+[a-z]+\s+([\w.]+)((?:\s*->>\s*\d+)*)/d;

/** Reads an event model; never throws. A row's id is the frame's number, its values the numbers it comes from. */
export function readEventModeling(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^eventmodeling\b/, [], ({ line, symbols }) => {
    const [number, name, sources] = matchSpans(frame.exec(line.text), line.span.start);
    if (number === undefined || name === undefined || sources === undefined) return;
    const values = matchesOf(/\d+/g, text.slice(sources.start, sources.end)).map((match): Field => {
      const start = sources.start + match.index;
      return { text: match[0], span: { start, end: start + match[0].length } };
    });
    const id = text.slice(number.start, number.end);
    symbols.row({ label: plainLabel(text, name), span: line.span, values, id });
  });
}
