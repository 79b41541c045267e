/** Reads kanban boards: columns as groups, cards as nodes, and what `@{ … }` says of a card as properties. */
import { matchesOf } from '../../matches.ts';
import type { Span } from '../../model.ts';
import { SymbolsBuilder } from './builder.ts';
import type { DiagramSymbols } from './model.ts';
import { outlineLines, readOutlineNode } from './outline.ts';

const field = /([\w-]+)\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,}'"\s][^,}\n]*))/dg;

/** Reads a board; never throws. A property's name is the card's field, such as `priority`. */
export function readKanban(text: string, type: string): DiagramSymbols {
  const symbols = new SymbolsBuilder(text.length);
  const { header, lines } = outlineLines(text, /^kanban\b/);
  const top = Math.min(...lines.map(({ depth }) => depth));
  let lastEnd = header.end;
  for (const line of lines) {
    if (/^(?:::icon\(|:::)/.test(line.text)) continue;
    const node = readOutlineNode(text, line, /@\{/);
    if (line.depth <= top) {
      symbols.closeGroup(lastEnd);
      symbols.openGroup({ keyword: 'column', id: node.id, label: node.label, opener: line.span });
    } else {
      symbols.mention({ id: node.id, span: node.span, label: node.label, shape: node.shape });
    }
    readFields(text, { start: node.end, end: line.span.end }, symbols);
    lastEnd = line.span.end;
  }
  symbols.closeGroup(lastEnd);
  return symbols.build(type, header, undefined);
}

function readFields(text: string, span: Span, symbols: SymbolsBuilder): void {
  const body = text.slice(span.start, span.end);
  if (!body.trimStart().startsWith('@{')) return;
  for (const match of matchesOf(field, body)) {
    const place = match.indices?.[2] ?? match.indices?.[3] ?? match.indices?.[4];
    if (place === undefined) continue;
    const valueSpan = { start: span.start + place[0], end: span.start + place[1] };
    const start = span.start + match.index;
    const value = text.slice(valueSpan.start, valueSpan.end).trim();
    symbols.property({ name: match[1] ?? '', value, span: { start, end: start + match[0].length }, valueSpan });
  }
}
