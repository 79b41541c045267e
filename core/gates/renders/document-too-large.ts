/** DG005: the document is beyond what is read, so nothing in it was checked. */
import { limits } from '../../config.ts';
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
      message: `This document has ${group(length)} characters and was not checked. At most ${group(limits.documentLength)} are; split it.`,
      span: { start: 0, end: Math.min(newline === -1 ? length : newline, 80) },
    };
  },
};

/** `5000000` becomes `5,000,000`. */
const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
