/** DG005: the document is beyond what is read, so nothing in it was checked. */
import { limits } from '../../config.ts';
import { groupDigits } from '../../quantities/groupDigits.ts';
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';

const meta: RuleMeta = {
  id: 'DG005',
  alias: 'document-too-large',
  gate: 'renders',
  severity: 'error',
  title: 'The document is too large to be checked.',
  why: 'A page nobody can scroll through helps nobody, and a check that silently skips it would call it good.',
  fixable: false,
};

export const documentTooLarge: DocumentRule = {
  scope: 'document',
  meta,
  *check({ model }): Iterable<RuleFinding> {
    const { length } = model.text;
    if (length <= limits.documentLength) return;
    const newline = model.text.indexOf('\n');
    yield {
      message: `This document has ${groupDigits(String(length))} characters and was not checked. At most ${groupDigits(String(limits.documentLength))} are; split it.`,
      span: { start: 0, end: Math.min(newline === -1 ? length : newline, 80) },
    };
  },
};
