/** DG611: a value outside the range its own chart shows. */
import type { RuleMeta } from '../rule.ts';
import { valuesInRange } from './facts/chartRanges.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';

const meta: RuleMeta = {
  id: 'DG611',
  alias: 'beyond-limit',
  gate: 'numbers',
  severity: 'warning',
  title: 'A value is outside the range its own chart shows.',
  why: 'Mermaid cuts off what is outside the axis: the peak that matters most is the one nobody sees.',
  fixable: false,
};

export const beyondLimit: NumberRule = numberRule(meta, { inDiagram: valuesInRange });
