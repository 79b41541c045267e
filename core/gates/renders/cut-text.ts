/** DG089: a `#`, `%%` or `;` cuts the words short. */
import { matchesOf } from '../../matches.ts';
import type { Fix, Span } from '../../model.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { indentationAt, replaceBy } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG089',
  alias: 'cut-text',
  gate: 'renders',
  severity: 'warning',
  title: 'A sign cuts the words of a message short.',
  why: 'What stands behind it, often the very number that matters, is not drawn.',
  fixable: true,
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
      const message = `\`${cut[0]}\` starts a comment: the rest of the line is not drawn. ${advice}`;
      yield {
        message,
        span,
        fixes: [cut[0] === '#' ? writeSigns(raw, label.span.start) : breakLine(facts.text, span)],
      };
    }
  },
};

/** Every `#` that is no code for a character. */
function writeSigns(raw: string, start: number): Fix {
  const signs = matchesOf(/#(?!\w+;)/g, raw);
  const edits = signs.map(({ index }) => replaceBy({ start: start + index, end: start + index + 1 }, '#35;'));
  return { title: 'Write it as #35;', edits };
}

/** The comment on the next line, as far to the right as the message. */
function breakLine(text: string, { start }: Span): Fix {
  const blanks = /\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const place = { start: start - blanks, end: start };
  return {
    title: 'Put the comment on a line of its own',
    edits: [replaceBy(place, `\n${indentationAt(text, start)}`)],
  };
}
