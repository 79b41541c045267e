/** Findings made by hand. */
import type { Finding, Fix, Span } from '../../core/model.ts';

/** A finding at `span`; what a test does not care about is filled in. */
export function findingAt(span: Span, given: Partial<Finding> = {}): Finding {
  return {
    rule: 'DG001',
    alias: 'unquoted-label',
    gate: 'renders',
    severity: 'error',
    message: 'Label contains `(`: put it in quotes.',
    span,
    fixes: [],
    related: [],
    ...given,
  };
}

/** A fix that replaces each span by a text. */
export function replacing(...edits: readonly (readonly [start: number, end: number, text: string])[]): Fix {
  return { title: 'Replace', edits: edits.map(([start, end, text]) => ({ span: { start, end }, text })) };
}
