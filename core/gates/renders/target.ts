/** DG007: the diagram renders in our Mermaid and not in the older one that readers elsewhere have. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { describeFault } from './facts/describeFault.ts';
import { findFirstStatement } from './facts/firstStatement.ts';

const meta: RuleMeta = {
  id: 'DG007',
  alias: 'target',
  gate: 'renders',
  severity: 'warning',
  title: 'The diagram renders in Mermaid 12 and not in Mermaid 11.',
  why: 'GitHub, GitLab and VS Code’s built-in preview still use Mermaid 11: there the reader sees an error where its author saw a picture.',
  fixable: true,
};

export const target: DiagramRule = {
  scope: 'diagram',
  meta,
  *check({ older, text }): Iterable<RuleFinding> {
    if (older !== undefined && 'unparsed' in older.verdict) {
      yield {
        message:
          'Mermaid 12 renders this, and 11.17, which GitHub, GitLab and VS Code’s built-in preview use, did not finish reading it in the time allowed. Make it smaller or split it.',
        span: findFirstStatement(text) ?? { start: 0, end: 0 },
      };
    }
    for (const { finder, span, message, fix, parser } of older?.faults ?? []) {
      const words = finder === undefined ? describeFault(parser) : message;
      yield {
        message: `This renders in Mermaid 12 but not in 11.17, which GitHub, GitLab and VS Code’s built-in preview use: ${words}`,
        span,
        // The diagram is valid here, and what is valid is never changed unasked.
        fixes: fix === undefined ? [] : [{ ...fix, byHand: true }],
        related: [{ span: parser.span, message: parser.message }],
      };
    }
  },
};
