/** Gate 1: does the page show more than it tells? Its rules' ids are DG101 to DG199. */
import type { Gate } from '../rule.ts';
import { gateWords } from '../words.ts';
import { judgeBalance } from './facts/balance.ts';
import { figuresInProse } from './figures-in-prose.ts';
import { stepsInProse } from './steps-in-prose.ts';
import { textHeavy } from './text-heavy.ts';

const digits = 10_000;

export const visualGate: Gate = {
  id: 'visual',
  ...gateWords.visual,
  rules: [textHeavy, figuresInProse, stepsInProse],
  judge(facts, config) {
    const { visual, text, ratio, verdict } = judgeBalance(facts, config);
    return {
      verdict,
      evidence: { visual, text, ratio: ratio === undefined ? null : Math.round(ratio * digits) / digits },
    };
  },
};
