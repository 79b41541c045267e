/** DG401: the page is about nobody's system. */
import type { DocumentFacts, DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { asksForExample } from './facts/asksForExample.ts';
import { examplesOf } from './facts/examples.ts';
import { firstWords } from './facts/firstWords.ts';

const meta: RuleMeta = {
  id: 'DG401',
  alias: 'example-missing',
  gate: 'example',
  severity: 'warning',
  title: 'The page names no real organisation, system or incident with a figure.',
  why: 'What somebody measured in production can be compared with what the reader sees at 3 AM; what ought to happen cannot.',
  fixable: false,
  aboutPage: true,
};

export const exampleMissing: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts: DocumentFacts): Iterable<RuleFinding> {
    if (!asksForExample(facts)) return;
    const { tied, untied } = examplesOf(facts);
    if (tied.length > 0) return;
    if (untied === undefined) {
      yield {
        message:
          'No real example: nothing here happened to anybody. Name an organisation, its system or an incident with a figure, such as "GitHub, October 2018: 24 h 11 min degraded".',
        span: firstWords(facts.model),
      };
    } else {
      yield {
        message: `${untied.name} is named without a figure: say what was measured there, in the same sentence, row, diagram or section.`,
        span: untied.span,
      };
    }
  },
};
