/** Gate 6: do the numbers add up? Its rules' ids are DG601 to DG699. */
import type { Gate } from '../rule.ts';
import { gateWords } from '../words.ts';
import { beyondLimit } from './beyond-limit.ts';
import { completion } from './completion.ts';
import { downtime } from './downtime.ts';
import { duration } from './duration.ts';
import type { NumberRule } from './facts/relation.ts';
import { growthLabel } from './growth-label.ts';
import { perUnit } from './per-unit.ts';
import { product } from './product.ts';
import { rollUp } from './roll-up.ts';
import { shareTotal } from './share-total.ts';
import { tableTotal } from './table-total.ts';
import { unitMismatch } from './unit-mismatch.ts';

/** Every rule can say what it checked, so that the gate, and whoever measures it, can count. */
export const numberRules: readonly NumberRule[] = [
  tableTotal,
  rollUp,
  shareTotal,
  perUnit,
  growthLabel,
  product,
  downtime,
  duration,
  completion,
  unitMismatch,
  beyondLimit,
];

export const numbersGate: Gate = {
  id: 'numbers',
  ...gateWords.numbers,
  rules: numberRules,
  judge(facts) {
    const relations = numberRules.flatMap((rule) => rule.relate(facts));
    const contradictions = relations.filter(({ contradiction }) => contradiction !== undefined).length;
    const verdict = facts.diagrams.length === 0 ? 'not-applicable' : contradictions === 0 ? 'pass' : 'fail';
    return { verdict, evidence: { checked: relations.length, contradictions } };
  },
};
