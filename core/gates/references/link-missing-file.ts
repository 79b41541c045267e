/** DG701: a link, image or path of the front matter leads to a file that is not there. */
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { describeProblem } from './facts/describe.ts';
import { resolveReferences } from './facts/resolve.ts';

const meta: RuleMeta = {
  id: 'DG701',
  alias: 'link-missing-file',
  gate: 'references',
  severity: 'warning',
  title: 'A link or image leads to a file that is not there.',
  why: 'The link to the runbook is clicked when the service is down, and then it opens nothing. Files are moved and renamed; the links to them stay as they were.',
  fixable: true,
};

export const linkMissingFile: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts): Iterable<RuleFinding> {
    for (const { reference, problem } of resolveReferences(facts)) {
      if (problem?.kind === 'file' && reference.kind !== 'click') yield describeProblem(reference, problem);
    }
  },
};
