/** Gate 2: does every diagram of something measurable carry a figure? Its rules' ids are DG201 to DG299. */
import type { Gate } from '../rule.ts';
import { gateWords } from '../words.ts';
import { estimate } from './estimate.ts';
import { measuredDiagrams } from './facts/measured.ts';
import { metricsMissing } from './metrics-missing.ts';
import { vagueQuantity } from './vague-quantity.ts';

export const metricsGate: Gate = {
  id: 'metrics',
  ...gateWords.metrics,
  rules: [metricsMissing, vagueQuantity, estimate],
  judge(facts) {
    const applicable = measuredDiagrams(facts);
    const withMetric = applicable.filter(({ hasMetric }) => hasMetric).length;
    const evidence = { diagrams: facts.diagrams.length, withMetric, applicable: applicable.length };
    if (applicable.length === 0) return { verdict: 'not-applicable', evidence };
    return { verdict: withMetric === applicable.length ? 'pass' : 'fail', evidence };
  },
};
