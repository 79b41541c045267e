/** DG606: a product that is not what its factors give. */
import type { RuleMeta } from '../rule.ts';
import { columnProducts } from './facts/columnFormulas.ts';
import { passagesOfDiagram, passagesOfPage } from './facts/passages.ts';
import { findProducts } from './facts/products.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';

const meta: RuleMeta = {
  id: 'DG606',
  alias: 'product',
  gate: 'numbers',
  severity: 'warning',
  title: 'A product is not what its factors give.',
  why: 'Who writes a calculation out asks to be believed. When it does not come out, every figure that was derived from it is in doubt.',
  fixable: true,
};

export const product: NumberRule = numberRule(meta, {
  inDiagram: (facts) => findProducts(passagesOfDiagram(facts)),
  inDocument: (model) => [...findProducts(passagesOfPage(model)), ...columnProducts(model)],
});
