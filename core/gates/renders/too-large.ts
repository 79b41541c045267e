/** DG003: the diagram is beyond a limit at which Mermaid draws an error instead. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { unexplainedFaults } from './facts/faultKind.ts';
import { findFirstStatement } from './facts/firstStatement.ts';

const meta: RuleMeta = {
  id: 'DG003',
  alias: 'too-large',
  gate: 'renders',
  severity: 'error',
  title: 'The diagram is larger than Mermaid draws.',
  why: 'Beyond 50,000 characters or 500 edges Mermaid draws an error box. Nobody could read such a picture either.',
  fixable: false,
};

export const tooLarge: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const [fault] = unexplainedFaults(facts, 'too-large');
    if (fault === undefined) return;
    const isAboutEdges = /edge/i.test(fault.message);
    const span = findFirstStatement(facts.text) ?? { start: 0, end: 0 };
    const limit = isAboutEdges ? 'It has more than 500 edges' : 'It has more than 50,000 characters';
    yield {
      message: `The diagram is larger than Mermaid draws. ${limit}; split it into several.`,
      span,
      related: [{ span, message: fault.message }],
    };
  },
};
