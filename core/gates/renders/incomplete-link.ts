/** DG042: an arrow leads nowhere, or stands there twice. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG042',
  alias: 'incomplete-link',
  gate: 'renders',
  severity: 'error',
  title: 'An arrow leads nowhere, or stands there twice.',
  why: 'An arrow joins two names. Without the second, Mermaid takes the next line for it, or refuses the diagram.',
  fixable: true,
};

const arrow = '(?:[<xo]?(?:--+|==+|-\\.+-)[>xo]?|\\.\\.+>|<\\|--|--\\|>|->>|-->>)';
const twice = new RegExp(`(?<=\\s)${arrow}(?:\\|[^|]*\\|)?\\s+(${arrow})(?=\\s)`, 'd');
const dangling = new RegExp(`(?:^|\\s)(${arrow})(?:\\|[^|]*\\|)?;?$`, 'd');

export const incompleteLink: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked }: BrokenDiagram): Iterable<Proposal> {
    for (const { text, span } of contentLines(masked).slice(1)) {
      const [start, end] = twice.exec(text)?.indices?.[1] ?? [0, 0];
      if (end > 0) {
        const place = within(span, start, end - start);
        const blanks = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
        yield {
          span: place,
          message: 'This arrow follows another one: remove it, or put a name between them.',
          edits: [replaceBy({ start: place.start, end: place.end + blanks }, '')],
          fix: 'Remove the second arrow',
          weight: 4,
        };
      }
      const [from, to] = dangling.exec(text)?.indices?.[1] ?? [0, 0];
      if (to === 0) continue;
      const place = within(span, from, to - from);
      yield {
        span: place,
        message: 'This arrow leads nowhere: name what it points to.',
        edits: [replaceBy({ start: place.start, end: span.end }, '')],
        fix: undefined,
        weight: 4,
      };
    }
  },
};
