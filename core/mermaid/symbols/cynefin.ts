/** Reads Cynefin frameworks: domains as groups, what stands in them as rows, and moves between domains as edges. */
import { readLabel } from './label.ts';
import { readLines } from './lineReader.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';

const domains = 'complex|complicated|clear|chaotic|confusion';
const domain = new RegExp(`^(?:${domains})$`);
const move = new RegExp(`^(${domains})\\s*(-->)\\s*(${domains})\\s*(?::\\s*(.+))?$`, 'd');
const item = /^("[^"]*"|'[^']*')$/d;

/** Reads a framework; never throws. */
export function readCynefin(text: string, type: string): DiagramSymbols {
  return readLines(text, type, /^cynefin(?:-beta)?\b/, ['title', 'accTitle', 'accDescr'], ({ line, symbols }) => {
    if (domain.test(line.text)) {
      symbols.closeGroup(line.span.start);
      const id = capitalise(line.text);
      const label = { text: id, span: line.span, quoted: false };
      symbols.openGroup({ keyword: 'domain', id, label, opener: line.span });
      return;
    }
    const [from, arrow, to, words] = matchSpans(move.exec(line.text), line.span.start);
    if (from !== undefined && arrow !== undefined && to !== undefined) {
      const label = words === undefined ? undefined : readLabel(text, words);
      const [source, target] = [from, to].map(({ start, end }) => capitalise(text.slice(start, end)));
      symbols.edge({ from: source ?? '', to: target ?? '', span: line.span, label, arrow: '-->', id: undefined });
      return;
    }
    const [name] = matchSpans(item.exec(line.text), line.span.start);
    if (name === undefined) return;
    const inner = { start: name.start + 1, end: name.end - 1 };
    symbols.row({ label: readLabel(text, inner), span: line.span, values: [], id: undefined });
  });
}

/** As the picture writes the domains. */
const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
