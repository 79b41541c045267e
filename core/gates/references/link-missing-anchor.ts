/** DG702: a link leads to a heading that is not there. */
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { describeProblem } from './facts/describe.ts';
import { resolveReferences } from './facts/resolve.ts';

const meta: RuleMeta = {
  id: 'DG702',
  alias: 'link-missing-anchor',
  gate: 'references',
  severity: 'warning',
  title: 'A link leads to a heading that is not there.',
  why: 'The page opens at its top, and whoever followed the link to the rollback steps has to search for them. Headings are renamed; the links to them stay as they were.',
  fixable: true,
};

export const linkMissingAnchor: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts): Iterable<RuleFinding> {
    for (const { reference, problem } of resolveReferences(facts)) {
      if (problem?.kind === 'anchor' && reference.kind !== 'click') yield describeProblem(reference, problem);
    }
  },
};
