/** DG087: a series has fewer values than its axis has places. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { readSeries } from './facts/series.ts';

const meta: RuleMeta = {
  id: 'DG087',
  alias: 'series-length',
  gate: 'renders',
  severity: 'warning',
  title: 'A series has fewer values than the axis has places.',
  why: 'The last places stay empty, or the line breaks off, and nobody sees which value is missing.',
  fixable: false,
};

export const seriesLength: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    for (const { kind, count, wanted, scale, span } of readSeries(symbols, facts.text)) {
      if (count >= wanted) continue;
      yield { message: `This ${kind} has ${count} of ${wanted} values: give one for each of the ${scale}.`, span };
    }
  },
};
