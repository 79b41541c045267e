/** DG041: a comment in another language's notation, or behind a statement. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { indentationAt, insertAt, replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG041',
  alias: 'bad-comment',
  gate: 'renders',
  severity: 'error',
  title: 'A comment is not written as Mermaid takes it.',
  why: 'A comment begins with `%%` on a line of its own. `//`, `#` and what stands behind a statement is read as part of the diagram.',
  fixable: true,
};

export const badComment: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked }: BrokenDiagram): Iterable<Proposal> {
    for (const line of contentLines(masked)) {
      const foreign = /^(?:\/\/+|#+(?=\s)|--(?=\s)|<!--|\/\*)/.exec(line.text)?.[0];
      if (foreign !== undefined) {
        const span = within(line.span, 0, foreign.length);
        yield {
          span,
          message: `\`${foreign}\` begins no comment in Mermaid: write \`%%\`.`,
          edits: [replaceBy(span, '%%')],
          fix: 'Write the comment with %%',
          weight: 7,
        };
        continue;
      }
      const trailing = /\s+%%(?!\{)/.exec(line.text);
      if (trailing === null) continue;
      const at = trailing.index + trailing[0].length - 2;
      yield {
        span: within(line.span, at, 2),
        message: 'A comment behind a statement is read as part of it: give the comment a line of its own.',
        edits: [insertAt(line.span.start + at, `\n${indentationAt(text, line.span.start)}`)],
        fix: 'Move the comment to its own line',
        weight: 7,
      };
    }
  },
};
