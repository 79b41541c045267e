/** DG611: a value outside the range its own chart shows, or a percentile above a higher one. */
import type { RuleMeta } from '../rule.ts';
import { valuesInRange } from './facts/chartRanges.ts';
import { passagesOfDiagram, passagesOfPage } from './facts/passages.ts';
import { percentilesInTables, percentilesOnLines } from './facts/percentileOrder.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';

const meta: RuleMeta = {
  id: 'DG611',
  alias: 'beyond-limit',
  gate: 'numbers',
  severity: 'warning',
  title: 'A value is outside the range its own chart shows, or a percentile is below a lower one.',
  why: 'Mermaid cuts off what is outside the axis: the peak that matters most is the one nobody sees. And a p99 below the p50 was copied from the wrong place.',
  fixable: false,
};

export const beyondLimit: NumberRule = numberRule(meta, {
  inDiagram: (facts) => [...valuesInRange(facts), ...percentilesOnLines(passagesOfDiagram(facts), facts.text)],
  inDocument: (model) => [...percentilesOnLines(passagesOfPage(model), model.text), ...percentilesInTables(model)],
});
