/** DG603: shares of a whole that are not 100 % together, or not what their amounts are of it. */
import type { RuleMeta } from '../rule.ts';
import { countSharesInDiagram, countSharesInDocument } from './facts/countShares.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';
import { sharesInDiagram, sharesInDocument } from './facts/shares.ts';
import { sharesOfTotalInDiagram, sharesOfTotalInDocument } from './facts/sharesOfTotal.ts';

const meta: RuleMeta = {
  id: 'DG603',
  alias: 'share-total',
  gate: 'numbers',
  severity: 'warning',
  title: 'Shares of a whole are not 100 % together, or not what their amounts are of it.',
  why: 'Shares tell the reader where to look first. When they are 110 % together, at least one of them is too large, and attention and money go to the wrong place.',
  fixable: false,
};

export const shareTotal: NumberRule = numberRule(meta, {
  inDiagram: (facts) => [...sharesInDiagram(facts), ...sharesOfTotalInDiagram(facts), ...countSharesInDiagram(facts)],
  inDocument: (model) => [
    ...sharesInDocument(model),
    ...sharesOfTotalInDocument(model),
    ...countSharesInDocument(model),
  ],
});
