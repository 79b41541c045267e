/** DG002: the diagram's first statement names no type Mermaid knows. */
import type { Span } from '../../model.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { unexplainedFaults } from './facts/faultKind.ts';
import { findFirstStatement } from './facts/firstStatement.ts';

const meta: RuleMeta = {
  id: 'DG002',
  alias: 'unknown-diagram',
  gate: 'renders',
  severity: 'error',
  title: 'The first line names no diagram type that Mermaid knows.',
  why: 'Mermaid chooses the grammar by the first word. Without it nothing below is drawn, however right it is.',
  fixable: false,
};

export const unknownDiagram: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    if (unexplainedFaults(facts, 'unknown-diagram').length === 0) return;
    const statement = findFirstStatement(facts.text);
    if (statement === undefined) {
      yield {
        message:
          'The diagram is empty. It begins with its type, such as `flowchart TD`, and goes on with what it shows.',
        span: { start: 0, end: facts.text.length },
      };
      return;
    }
    yield judgeHeader(facts.text, statement);
  },
};

function judgeHeader(text: string, statement: Span): RuleFinding {
  const line = text.slice(statement.start, statement.end);
  const word = /^[\w-]+/.exec(line)?.[0];
  if (word === undefined || /^\s*(?:--|==|-\.|[[({>]|:::|:\s)/.test(line.slice(word.length))) {
    return {
      message:
        'The type of the diagram is missing. The first line must name it, such as `flowchart TD` or `sequenceDiagram`.',
      span: statement,
    };
  }
  const span = { start: statement.start, end: statement.start + word.length };
  return {
    message: `Mermaid knows no diagram type \`${word}\`. The first line must name one, such as \`flowchart TD\` or \`sequenceDiagram\`.`,
    span,
  };
}
