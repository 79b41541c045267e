/** DG606: a product or quotient that is not what its figures give. */
import type { RuleMeta } from '../rule.ts';
import { columnProducts } from './facts/columnFormulas.ts';
import { passagesOfDiagram, passagesOfPage } from './facts/passages.ts';
import { findProducts } from './facts/products.ts';
import { findQuotients } from './facts/quotients.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';

const meta: RuleMeta = {
  id: 'DG606',
  alias: 'product',
  gate: 'numbers',
  severity: 'warning',
  title: 'A product or quotient is not what its figures give.',
  why: 'Who writes a calculation out asks to be believed. When it does not come out, every figure that was derived from it is in doubt.',
  fixable: true,
};

export const product: NumberRule = numberRule(meta, {
  inDiagram: (facts) => {
    const passages = passagesOfDiagram(facts);
    return [...findProducts(passages), ...findQuotients(passages, facts.text)];
  },
  inDocument: (model) => {
    const passages = passagesOfPage(model);
    return [...findProducts(passages), ...findQuotients(passages, model.text), ...columnProducts(model)];
  },
});
