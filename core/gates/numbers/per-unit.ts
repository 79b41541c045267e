/** DG604: a total, a number and a price for one that disagree. */
import type { RuleMeta } from '../rule.ts';
import { costsPerUnit } from './facts/costPer.ts';
import { headingProducts } from './facts/headingProducts.ts';
import { pricedEntries } from './facts/pricedEntries.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';
import { stagePrices } from './facts/stagePrices.ts';
import { unitPricesInDiagram, unitPricesInDocument } from './facts/unitPrices.ts';

const meta: RuleMeta = {
  id: 'DG604',
  alias: 'per-unit',
  gate: 'numbers',
  severity: 'warning',
  title: 'A total, a number and a price for one disagree.',
  why: 'What one costs is what a plan for twice as many is made from. When the price does not lead to the total beside it, that plan starts from a wrong figure.',
  fixable: true,
};

export const perUnit: NumberRule = numberRule(meta, {
  inDiagram: unitPricesInDiagram,
  inDocument: (model) => [
    ...unitPricesInDocument(model),
    ...costsPerUnit(model),
    ...pricedEntries(model),
    ...headingProducts(model),
    ...stagePrices(model),
  ],
});
