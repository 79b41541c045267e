/** DG201: a diagram of something that can be measured has no figure. */
import { mapSpanToSource } from '../../document/edits.ts';
import type { Span } from '../../model.ts';
import type { DiagramFacts, DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { measuredDiagrams } from './facts/measured.ts';
import type { MeasuredDiagram } from './facts/measured.ts';

const meta: RuleMeta = {
  id: 'DG201',
  alias: 'metrics-missing',
  gate: 'metrics',
  severity: 'warning',
  title: 'A diagram of a system, an incident or a cost has no figure.',
  why: 'Boxes and arrows say what there is; only figures say what is normal, and at 3 AM that is the question.',
  fixable: false,
};

export const metricsMissing: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts): Iterable<RuleFinding> {
    for (const { diagram, depicts, hasMetric } of measuredDiagrams(facts)) {
      if (hasMetric || depicts === 'measured') continue;
      yield { message: messages[depicts], span: mapSpanToSource(diagram.block, headOf(diagram.facts)) };
    }
  },
};

const messages: Readonly<Record<Exclude<MeasuredDiagram['depicts'], 'measured'>, string>> = {
  system:
    'This diagram of a system has no figure: put one on a box or an arrow, such as "97,432 RPS", "p99: 45 ms" or "30 brokers".',
  incident:
    'This diagram of an incident has no figure: say how long or how much, such as "4-hour outage", "error rate 38%" or "12,000 users". Clock times alone do not count.',
  cost: 'This diagram of a cost has no figure: put an amount on a box or an arrow, such as "$127,000/month".',
  plot: 'The values have no unit: say it in the title or on the y-axis, such as "Latency p99 (ms)".',
};

/** The line that says what kind of diagram it is; the whole text is not worth underlining. */
const headOf = ({ symbols }: DiagramFacts): Span => symbols?.header ?? { start: 0, end: 0 };
