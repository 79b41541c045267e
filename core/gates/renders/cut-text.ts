/** DG089: a `#`, `%%` or `;` cuts the words short. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG089',
  alias: 'cut-text',
  gate: 'renders',
  severity: 'warning',
  title: 'A sign cuts the words of a message short.',
  why: 'What stands behind it, often the very number that matters, is not drawn.',
  fixable: false,
};

export const cutText: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols?.type !== 'sequence') return;
    for (const { label } of [...symbols.edges, ...symbols.statements]) {
      if (label === undefined) continue;
      const raw = facts.text.slice(label.span.start, label.span.end);
      const cut = /%%|#(?!\w+;)/.exec(raw);
      if (cut === null) continue;
      const span = { start: label.span.start + cut.index, end: label.span.end };
      const advice = cut[0] === '#' ? 'Write it as `#35;`.' : 'Put the comment on a line of its own.';
      yield { message: `\`${cut[0]}\` starts a comment: the rest of the line is not drawn. ${advice}`, span };
    }
  },
};
