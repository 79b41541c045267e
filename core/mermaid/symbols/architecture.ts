/** Reads architecture diagrams: groups, services, junctions and the edges between their sides. */
import { SymbolsBuilder } from './builder.ts';
import { readLabel } from './label.ts';
import { contentLines } from './lines.ts';
import type { ContentLine } from './lines.ts';
import { matchSpans } from './matchSpans.ts';
import type { DiagramSymbols } from './model.ts';

const id = String.raw`(\w(?:[-\w]*\w)?)`;
const declaration = new RegExp(
  `^(group|service|junction)\\s+${id}\\s*(?:\\(([^)]*)\\)|"([^"]*)")?\\s*(?:\\[(.*)\\])?\\s*(?:\\bin\\s+${id})?$`,
  'd',
);
const edge = new RegExp(
  `^${id}(?:\\{group\\})?\\s*:\\s*[LRTB]\\s*(<?-(?:-|\\[(.*)\\]-)>?)\\s*[LRTB]\\s*:\\s*${id}(?:\\{group\\})?$`,
  'd',
);
const property = /^(title|accTitle|accDescr)\b\s*:?\s*(.*)$/d;

/** Reads an architecture diagram; never throws. An icon is a property named `icon`. */
export function readArchitecture(text: string, type: string): DiagramSymbols {
  const symbols = new SymbolsBuilder(text.length);
  const lines = contentLines(text);
  const at = lines.findIndex((line) => /^architecture(?:-beta)?\b/.test(line.text));
  const groups = new Map<string, number>();
  for (const line of lines.slice(at + 1)) {
    if (readDeclaration(text, line, groups, symbols)) continue;
    const [from, arrow, words, to] = matchSpans(edge.exec(line.text), line.span.start);
    if (from !== undefined && arrow !== undefined && to !== undefined) {
      const ends = [from, to].map((span) => {
        const name = text.slice(span.start, span.end);
        symbols.mention({ id: name, span });
        return name;
      });
      const label = words === undefined ? undefined : readLabel(text, words);
      const sign = text.slice(arrow.start, arrow.end);
      symbols.edge({ from: ends[0] ?? '', to: ends[1] ?? '', span: arrow, label, arrow: sign, id: undefined });
      continue;
    }
    const known = property.exec(line.text);
    const [, valueSpan] = matchSpans(known, line.span.start);
    if (known?.[1] !== undefined && valueSpan !== undefined) {
      symbols.property({ name: known[1], value: known[2] ?? '', span: line.span, valueSpan });
    }
  }
  return symbols.build(type, lines[at]?.span ?? { start: 0, end: 0 }, undefined);
}

function readDeclaration(
  text: string,
  line: ContentLine,
  groups: Map<string, number>,
  symbols: SymbolsBuilder,
): boolean {
  const match = declaration.exec(line.text);
  const [, span, icon, , title, parentSpan] = matchSpans(match, line.span.start);
  if (match === null || span === undefined) return false;
  const name = text.slice(span.start, span.end);
  const label = title === undefined ? undefined : readLabel(text, title);
  const parent = parentSpan === undefined ? undefined : groups.get(text.slice(parentSpan.start, parentSpan.end));
  if (match[1] === 'group') {
    const opener = line.span;
    groups.set(name, symbols.declareGroup({ keyword: 'group', id: name, label, opener, span: opener, parent }));
  } else {
    symbols.mention({ id: name, span, label, shape: match[1], group: parent });
  }
  if (icon !== undefined) {
    const value = text.slice(icon.start, icon.end);
    symbols.property({ name: 'icon', value, span: icon, valueSpan: icon });
  }
  return true;
}
