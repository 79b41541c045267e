/** DG602: an amount over its parts that they do not add up to. */
import type { RuleMeta } from '../rule.ts';
import { childRollUps } from './facts/childRollUps.ts';
import { countedNodes } from './facts/countedNodes.ts';
import { headingRollUps } from './facts/headingRollUps.ts';
import { numberRule } from './facts/relation.ts';
import type { NumberRule } from './facts/relation.ts';
import { rollUpsInDiagram } from './facts/rollUps.ts';
import { headlineRollUps, sectionRollUps } from './facts/sectionRollUps.ts';

const meta: RuleMeta = {
  id: 'DG602',
  alias: 'roll-up',
  gate: 'numbers',
  severity: 'warning',
  title: 'Parts do not add up to the amount that stands over them.',
  why: 'The amount in a title is the one that is remembered. When the boxes below it add up to another, the picture argues with itself, and the plan made from it is wrong by the difference.',
  fixable: true,
};

export const rollUp: NumberRule = numberRule(meta, {
  inDiagram: (facts) => [...rollUpsInDiagram(facts), ...childRollUps(facts), ...countedNodes(facts)],
  inDocument: (model, facts) => [
    ...headingRollUps(model, facts),
    ...sectionRollUps(model, facts),
    ...headlineRollUps(model, facts),
  ],
});
