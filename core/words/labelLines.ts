/** The words a diagram shows, line by line as they are drawn, each at its exact place. */
import type { DiagramFacts } from '../gates/rule.ts';
import { remember } from '../memo.ts';
import type { DiagramSymbols, Label, NodeSymbol } from '../mermaid/symbols/model.ts';
import type { Span } from '../model.ts';
import { blankMarkup } from '../quantities/markup.ts';

/** What a line of words belongs to. */
export type Owner = 'node' | 'edge' | 'group' | 'note' | 'row' | 'title';

/** One drawn line: what stands between two breaks of a label. */
export interface LabelLine {
  /** Character for character as in the diagram's text, with tags, codes and emphasis as blanks. */
  readonly text: string;
  readonly span: Span;
}

/** The lines of one label, in order. */
export interface ShownLabel {
  readonly owner: Owner;
  /** The node, for `node`. */
  readonly node: NodeSymbol | undefined;
  readonly lines: readonly LabelLine[];
}

/** Everything a diagram says, label by label; a node without a label shows its name. */
export const shownLabelsOf: (facts: DiagramFacts) => readonly ShownLabel[] = remember(({ text, symbols }) =>
  symbols === undefined ? [] : readLabels(text, symbols),
);

function readLabels(text: string, symbols: DiagramSymbols): readonly ShownLabel[] {
  const show = (owner: Owner, spans: readonly Span[], node?: NodeSymbol): ShownLabel => ({
    owner,
    node,
    lines: spans.flatMap((span) => splitLines(text, span)),
  });
  const spanOf = (label: Label | undefined): readonly Span[] => (label === undefined ? [] : [label.span]);
  return [
    ...symbols.nodes.map((node) => show('node', [node.label?.span ?? node.span], node)),
    ...symbols.edges.map(({ label }) => show('edge', spanOf(label))),
    ...symbols.groups.map(({ label }) => show('group', spanOf(label))),
    ...symbols.statements.filter(({ keyword }) => keyword === 'note').map(({ label }) => show('note', spanOf(label))),
    ...symbols.rows.map(({ label, values }) => show('row', [...spanOf(label), ...values.map(({ span }) => span)])),
    ...symbols.properties.filter(({ name }) => name === 'title').map(({ valueSpan }) => show('title', [valueSpan])),
  ].filter(({ lines }) => lines.length > 0);
}

/** Breaks are `\n` in what `blankMarkup` leaves, wherever they were written. */
function splitLines(text: string, span: Span): readonly LabelLine[] {
  const lines: LabelLine[] = [];
  let start = span.start;
  for (const line of blankMarkup(text.slice(span.start, span.end)).split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') lines.push({ text: line, span: { start, end } });
    start = end + 1;
  }
  return lines;
}
