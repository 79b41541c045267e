/** What the signals are looked for in: words that stand together, with what says how they are meant. */
import type { DiagramSymbols, Label } from '../../../mermaid/symbols/model.ts';

/** A line of a statement as its reader sees it. */
export interface StatementLine {
  readonly text: string;
  /** Where it stands: an offset into the diagram's or the document's text. */
  readonly at: number;
}

/** A label, a table's row (a line a cell), a list item, a paragraph or a heading. */
export interface Statement {
  readonly lines: readonly StatementLine[];
  /** The text of the heading or group above it; empty where there is none. */
  readonly under: string;
  /** Of a table's row: what its columns are called, as many as it has lines. */
  readonly columns?: readonly string[];
}

/** Every label, note and row of a diagram, in order of place. */
export function statementsOf(symbols: DiagramSymbols): readonly Statement[] {
  const groups = symbols.groups.map(({ label }) => label?.text ?? '');
  const under = (group: number | undefined): string => (group === undefined ? '' : (groups[group] ?? ''));
  const found: Statement[] = [];
  const add = (label: Label | undefined, above: string): void => {
    if (label !== undefined) found.push({ lines: linesOf(label), under: above });
  };
  for (const { label, parent } of symbols.groups) add(label, under(parent));
  for (const { label, group, id, span } of symbols.nodes) {
    if (label !== undefined) add(label, under(group));
    else found.push({ lines: [{ text: id, at: span.start }], under: under(group) });
  }
  for (const { label } of symbols.edges) add(label, '');
  for (const { label } of symbols.statements) add(label, '');
  for (const { label, values, group, span } of symbols.rows) {
    const texts = [...(label?.text.split('\n') ?? []), ...values.map(({ text }) => text)];
    found.push({ lines: texts.map((text) => ({ text, at: span.start })), under: under(group) });
  }
  for (const { name, value, valueSpan } of symbols.properties) {
    if (name === 'title') found.push({ lines: [{ text: value, at: valueSpan.start }], under: '' });
  }
  return found.sort((one, other) => placeOf(one) - placeOf(other));
}

const linesOf = ({ text, span }: Label): readonly StatementLine[] =>
  text.split('\n').map((line) => ({ text: line, at: span.start }));

const placeOf = ({ lines: [first] }: Statement): number => first?.at ?? 0;
