/** DG607: an uptime and a downtime that do not go together. */
import type { RuleMeta } from '../rule.ts';
import { downtimesOfPage, downtimesOfPassage } from './facts/downtimes.ts';
import { passagesOfDiagram } from './facts/passages.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';

const meta: RuleMeta = {
  id: 'DG607',
  alias: 'downtime',
  gate: 'numbers',
  severity: 'warning',
  title: 'A downtime is not what the uptime leaves.',
  why: 'An error budget is spent by the minute. Who reads 26 minutes a year where 99.95 % leaves 263 will page people for nothing, or promise what nobody can keep.',
  fixable: true,
};

export const downtime: NumberRule = numberRule(meta, {
  inDiagram: (facts) => passagesOfDiagram(facts).flatMap((passage) => downtimesOfPassage(passage, facts.text)),
  inDocument: downtimesOfPage,
});
