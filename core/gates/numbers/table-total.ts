/** DG601: a total that is not the sum of its parts. */
import type { RuleMeta } from '../rule.ts';
import { bracketTotals } from './facts/bracketTotals.ts';
import { columnSums } from './facts/columnFormulas.ts';
import { arrowTotals, nodeTotals } from './facts/nodeTotals.ts';
import { passagesOfDiagram, passagesOfPage } from './facts/passages.ts';
import { netColumns } from './facts/netColumns.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';
import { totalsInLabels, totalsInLists } from './facts/runTotals.ts';
import { totalsInTables } from './facts/tableTotals.ts';

const meta: RuleMeta = {
  id: 'DG601',
  alias: 'table-total',
  gate: 'numbers',
  severity: 'warning',
  title: 'A total is not the sum of its parts.',
  why: 'A total is what people quote and plan with. When the rows above it say something else, one of them is wrong, and nobody knows which until it is too late.',
  fixable: true,
};

export const tableTotal: NumberRule = numberRule(meta, {
  inDiagram: (facts) => [
    ...totalsInLabels(facts),
    ...nodeTotals(facts),
    ...arrowTotals(facts),
    ...bracketTotals(passagesOfDiagram(facts), facts.text),
  ],
  inDocument: (model) => [
    ...totalsInTables(model),
    ...totalsInLists(model),
    ...columnSums(model),
    ...netColumns(model),
    ...bracketTotals(passagesOfPage(model), model.text),
  ],
});
