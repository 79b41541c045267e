/** DG065: a series has more values than its axis has places. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { readSeries } from './facts/series.ts';

const meta: RuleMeta = {
  id: 'DG065',
  alias: 'surplus-values',
  gate: 'renders',
  severity: 'info',
  title: 'A series has more values than the axis has places.',
  why: 'What is too much is drawn over other values, or not at all.',
  fixable: false,
};

export const surplusValues: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    for (const { kind, count, wanted, scale, span } of readSeries(symbols, facts.text)) {
      if (count <= wanted) continue;
      yield {
        message: `This ${kind} has ${count} values for ${scale}. Take out what is too much, or extend the axis.`,
        span,
      };
    }
  },
};
