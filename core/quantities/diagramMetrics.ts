/** Whether a diagram carries a concrete metric: one it says, or one it draws. */
import type { DiagramFacts } from '../gates/rule.ts';
import { remember } from '../memo.ts';
import type { DiagramSymbols, RowSymbol } from '../mermaid/symbols/model.ts';
import { shownLabelsOf } from '../words/labelLines.ts';
import { hasMetric } from './concrete.ts';
import { namesCount } from './unitNames.ts';

/** True when a label holds a number with a unit, or the diagram's own data have one. */
export const carriesMetric: (facts: DiagramFacts) => boolean = remember(
  (facts) =>
    (facts.symbols !== undefined && drawsMetric(facts.symbols)) ||
    shownLabelsOf(facts).some(({ lines }) => lines.some(({ text }) => hasMetric(text))),
);

function drawsMetric(symbols: DiagramSymbols): boolean {
  switch (symbols.type) {
    case 'gantt':
      // A task's bar is its duration, whatever way it is written.
      return symbols.rows.some((row) => row.values.length > 0);
    case 'pie':
      return isTitledWithUnit(symbols) || addsUpToHundred(symbols.rows);
    case 'xychart':
      return isTitledWithUnit(symbols) || symbols.rows.some(isAxisWithUnit);
    default:
      return false;
  }
}

const isTitledWithUnit = ({ properties }: DiagramSymbols): boolean =>
  properties.some(({ name, value }) => name === 'title' && namesCount(value));

const isAxisWithUnit = ({ id, label }: RowSymbol): boolean =>
  id === 'y-axis' && label !== undefined && namesCount(label.text);

/** Slices that add up to 100 are percentages, and Mermaid draws them as such. */
function addsUpToHundred(rows: readonly RowSymbol[]): boolean {
  const sum = rows.reduce((total, row) => total + Number(row.values[0]?.text ?? Number.NaN), 0);
  return Math.abs(sum - 100) <= 1;
}
