/** Reads Wardley maps: components and anchors with their places, links between them, and what evolves. */
import { readLabel } from './label.ts';
import { readLines, splitFields } from './lineReader.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';

const properties = ['title', 'size', 'evolution', 'evolve', 'accTitle', 'accDescr'];
const component = /^(component|anchor)\s+("[^"]*"|[^["]+?)\s*\[([^\]]*)\]/d;
const link =
  /^("[^"]*"|\w[^"[;]*?)\s*((?:\+<?>?)?-(?:\.-)?-?>|\+<?>|\+<|\+'[^']*'<?>)\s*("[^"]*"|\w[^";[]*?)\s*(?:;.*)?$/d;

/** Reads a Wardley map; never throws. A row is a component's place: visibility, then evolution. */
export function readWardley(text: string, type: string): DiagramSymbols {
  const unquote = (span: { start: number; end: number }): string => readLabel(text, span).text;
  return readLines(text, type, /^wardley-beta\b/i, properties, ({ line, symbols }) => {
    const match = component.exec(line.text);
    const [, name, place] = matchSpans(match, line.span.start);
    if (name !== undefined) {
      const id = unquote(name);
      symbols.mention({ id, span: name, shape: match?.[1] });
      const values = place === undefined ? [] : splitFields(text, place, /,/);
      symbols.row({ label: readLabel(text, name), span: line.span, values, id });
      return;
    }
    const [from, arrow, to] = matchSpans(link.exec(line.text), line.span.start);
    if (from === undefined || arrow === undefined || to === undefined) return;
    const sign = text.slice(arrow.start, arrow.end);
    symbols.edge({
      from: unquote(from),
      to: unquote(to),
      span: line.span,
      label: undefined,
      arrow: sign,
      id: undefined,
    });
  });
}
