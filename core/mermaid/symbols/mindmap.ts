/** Reads mind maps: an outline whose nodes are numbered as Mermaid numbers them, and joined to their parents. */
import { SymbolsBuilder } from './builder.ts';
import type { DiagramSymbols } from './model.ts';
import { outlineLines, readOutlineNode } from './outline.ts';

/** Reads a mind map; never throws. Ids are running numbers, for the words before a bracket name nothing. */
export function readMindmap(text: string, type: string): DiagramSymbols {
  const symbols = new SymbolsBuilder(text.length);
  const { header, lines } = outlineLines(text, /^mindmap\b/);
  const ancestors: { id: string; depth: number }[] = [];
  let count = 0;
  let last: string | undefined;
  for (const line of lines) {
    const icon = /^(::icon)\(([^)]*)\)?/.exec(line.text);
    if (icon !== null) {
      const start = line.span.start + '::icon('.length;
      const value = icon[2] ?? '';
      symbols.property({ name: 'icon', value, span: line.span, valueSpan: { start, end: start + value.length } });
      continue;
    }
    if (line.text.startsWith(':::')) {
      for (const name of line.text.slice(3).trim().split(/\s+/))
        if (last !== undefined) symbols.assignClass(last, name);
      continue;
    }
    const { label, span, shape } = readOutlineNode(text, line, /$/);
    const id = String(count);
    count += 1;
    symbols.mention({ id, span, label, shape });
    while ((ancestors.at(-1)?.depth ?? -1) >= line.depth) ancestors.pop();
    const parent = ancestors.at(-1);
    if (parent !== undefined) {
      symbols.edge({ from: parent.id, to: id, span: line.span, label: undefined, arrow: '', id: undefined });
    }
    ancestors.push({ id, depth: line.depth });
    last = id;
  }
  return symbols.build(type, header, undefined);
}
