/** DG605: a change, or a return, that is not the one of the amounts beside it. */
import type { RuleMeta } from '../rule.ts';
import { changesInTables, changesOnLines } from './facts/changes.ts';
import { changesInLabels, changesOnEdges } from './facts/drawnChanges.ts';
import { passagesOfDiagram, passagesOfPage } from './facts/passages.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';
import { returnsInDiagram, returnsInDocument } from './facts/returns.ts';
import { changesFromRowToRow } from './facts/rowGrowth.ts';

const meta: RuleMeta = {
  id: 'DG605',
  alias: 'growth-label',
  gate: 'numbers',
  severity: 'warning',
  title: 'A change, or a return on an investment, is not the one of the amounts beside it.',
  why: '“3x faster” is what decides for a design. When the two measurements beside it say twice, the decision rests on a figure that nobody measured.',
  fixable: true,
};

export const growthLabel: NumberRule = numberRule(meta, {
  inDiagram: (facts) => [
    ...changesOnLines(facts.text, passagesOfDiagram(facts)),
    ...changesOnEdges(facts),
    ...changesInLabels(facts),
    ...returnsInDiagram(facts),
  ],
  inDocument: (model) => [
    ...changesInTables(model),
    ...changesFromRowToRow(model),
    ...changesOnLines(model.text, passagesOfPage(model)),
    ...returnsInDocument(model),
  ],
});
