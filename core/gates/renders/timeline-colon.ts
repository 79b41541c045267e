/** DG050: a clock time at the start of a timeline's period: Mermaid takes its colon for the end of the period. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG050',
  alias: 'timeline-colon',
  gate: 'renders',
  severity: 'error',
  title: 'A colon in a timeline’s time ends the period too early.',
  why: 'Timelines of incidents are full of clock times, and each colon in one starts a new event; the entity `#58;` is shown as a colon.',
  fixable: true,
};

export const timelineColon: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    if (type !== 'timeline') return;
    for (const { text, span } of contentLines(masked)) {
      const times = matchesOf(/(?<=\d):(?=\d\d)/g, text).map(({ index }) => span.start + index);
      const [first] = times;
      if (first === undefined) continue;
      yield {
        span: { start: first, end: first + 1 },
        message: 'The colon of a time ends the period here: write it as `#58;`, which is shown as a colon.',
        edits: times.map((start) => ({ span: { start, end: start + 1 }, text: '#58;' })),
        fix: 'Write the colon as #58;',
      };
    }
  },
};
