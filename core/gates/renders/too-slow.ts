/** DG004: Mermaid's parser did not finish with the diagram in its budget. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { findFirstStatement } from './facts/firstStatement.ts';

const meta: RuleMeta = {
  id: 'DG004',
  alias: 'too-slow',
  gate: 'renders',
  severity: 'error',
  title: 'Mermaid does not finish reading the diagram in time.',
  why: 'A diagram that keeps the parser busy for seconds freezes the page it stands on, in every reader’s browser.',
  fixable: false,
};

export const tooSlow: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    if (!('unparsed' in facts.verdict)) return;
    yield {
      message:
        'Mermaid did not finish reading this diagram in the time allowed, so it was given up. Make it smaller or split it.',
      span: findFirstStatement(facts.text) ?? { start: 0, end: 0 },
    };
  },
};
