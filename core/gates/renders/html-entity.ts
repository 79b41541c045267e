/** DG015: an HTML entity stands where Mermaid needs the character itself. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG015',
  alias: 'html-entity',
  gate: 'renders',
  severity: 'error',
  title: 'An HTML entity stands for a character of the syntax.',
  why: 'Editors and generators that escape for HTML turn `-->` into `--&gt;`, which is no arrow any more.',
  fixable: true,
};

const characters: Readonly<Record<string, string>> = { gt: '>', lt: '<', quot: '"', amp: '&' };
const entity = /&(gt|lt|quot|amp);/g;

export const htmlEntity: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked }: BrokenDiagram): Iterable<Proposal> {
    for (const { text, span } of contentLines(masked)) {
      const found = matchesOf(entity, text);
      const first = /(?:[-=.~]*&(?:gt|lt|quot|amp);)+[-=.~]*/.exec(text);
      if (first === null) continue;
      const plain = first[0].replace(entity, (_, name: string) => characters[name] ?? '');
      yield {
        span: within(span, first.index, first[0].length),
        message: `\`${first[0]}\` is escaped for HTML: write \`${plain}\`.`,
        edits: found.map(({ 0: whole, 1: name = '', index }) =>
          replaceBy(within(span, index, whole.length), characters[name] ?? ''),
        ),
        fix: 'Write the characters themselves',
        weight: 7,
      };
    }
  },
};
