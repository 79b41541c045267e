/** DG703: a click in a diagram leads nowhere. */
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { describeProblem } from './facts/describe.ts';
import { resolveReferences } from './facts/resolve.ts';

const meta: RuleMeta = {
  id: 'DG703',
  alias: 'click-missing-target',
  gate: 'references',
  severity: 'warning',
  title: 'A click in a diagram leads nowhere.',
  why: 'The box that is on fire promises its runbook, and the click opens an error page. In a picture nobody sees the address before they need it.',
  fixable: true,
};

export const clickMissingTarget: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts): Iterable<RuleFinding> {
    for (const { reference, problem } of resolveReferences(facts)) {
      if (problem !== undefined && reference.kind === 'click') yield describeProblem(reference, problem);
    }
  },
};
