/** DG610: one amount told twice, in values, units or periods that do not agree. */
import type { RuleMeta } from '../rule.ts';
import { passagesOfDiagram, passagesOfPage } from './facts/passages.ts';
import { periodPairsInDiagram, periodPairsInDocument, savingsTotals } from './facts/periodTotals.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule, Relation } from './facts/relation.ts';
import { mixedPeriods, restatementsOfPassage } from './facts/restatements.ts';
import { sameQuantities } from './facts/sameQuantity.ts';

const meta: RuleMeta = {
  id: 'DG610',
  alias: 'unit-mismatch',
  gate: 'numbers',
  severity: 'warning',
  title: 'One amount is told twice, and the two do not agree.',
  why: 'A monthly cost read as a yearly one is wrong by a factor of twelve. Where a page gives both, they have to be the same amount.',
  fixable: true,
};

export const unitMismatch: NumberRule = numberRule(meta, {
  inDiagram: (facts) => [
    ...passagesOfDiagram(facts).flatMap((passage) => restatementsOfPassage(passage, facts.text)),
    ...periodPairsInDiagram(facts),
  ],
  inDocument: (model, facts) => {
    const passages = passagesOfPage(model);
    const periods = [
      ...periodPairsInDocument(model),
      ...savingsTotals(model, facts),
      ...passages.flatMap((passage) => restatementsOfPassage(passage, model.text)),
      ...mixedPeriods(passages, model.text),
    ];
    return [...periods, ...without(sameQuantities(facts), periods)];
  },
});

/** The relations about other figures than `known` says more of: that it is a period which is mixed up. */
function without(relations: readonly Relation[], known: readonly Relation[]): readonly Relation[] {
  const claims = new Set(known.map(({ claim }) => claim?.span.start));
  return relations.filter(({ claim }) => !claims.has(claim?.span.start));
}
