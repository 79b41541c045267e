/** DG704: two diagrams have the same id. */
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { findDuplicateIds } from './facts/duplicateIds.ts';

const meta: RuleMeta = {
  id: 'DG704',
  alias: 'duplicate-diagram-id',
  gate: 'references',
  severity: 'warning',
  title: 'Two diagrams of a page have the same id.',
  why: 'A link to the id always opens the first of them. Whoever follows the link to the failover diagram looks at another one and does not know it.',
  fixable: true,
};

export const duplicateDiagramId: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts): Iterable<RuleFinding> {
    for (const { id, span, line, free } of findDuplicateIds(facts)) {
      yield {
        message: `The id \`${id}\` belongs to the diagram in line ${line} already. Give this one its own, such as \`${free}\`.`,
        span,
        fixes: [{ title: `Rename the id to ${free}`, edits: [{ span, text: free }], byHand: true }],
      };
    }
  },
};
