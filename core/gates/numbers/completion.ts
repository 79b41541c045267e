/** DG609: a count of what is done that its percentage or its checklist contradicts. */
import type { RuleMeta } from '../rule.ts';
import { completionsOfPage, completionsOfPassage } from './facts/completions.ts';
import { passagesOfDiagram } from './facts/passages.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';

const meta: RuleMeta = {
  id: 'DG609',
  alias: 'completion',
  gate: 'numbers',
  severity: 'warning',
  title: 'How much is done is not what the checklist or the percentage says.',
  why: 'Progress is read from one line. When the boxes under it say something else, work is forgotten or done twice.',
  fixable: false,
};

export const completion: NumberRule = numberRule(meta, {
  inDiagram: (facts) => passagesOfDiagram(facts).flatMap(completionsOfPassage),
  inDocument: completionsOfPage,
});
