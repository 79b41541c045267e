/** DG098: what Mermaid reads and then surely fails to draw. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { renderFailures } from './facts/renderFailures.ts';

const meta: RuleMeta = {
  id: 'DG098',
  alias: 'render-error',
  gate: 'renders',
  severity: 'error',
  title: 'Mermaid reads the diagram and then fails while it draws.',
  why: 'The reader sees an error, or nothing, where the picture should be; a parser alone does not notice.',
  fixable: true,
};

export const renderError: DiagramRule = {
  scope: 'diagram',
  meta,
  check: (facts): Iterable<RuleFinding> => renderFailures(facts),
};
