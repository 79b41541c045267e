/** DG091: a participant is declared and takes no part. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG091',
  alias: 'unused-participant',
  gate: 'renders',
  severity: 'warning',
  title: 'A participant is declared and takes no part.',
  why: 'Its lifeline crosses the picture and means nothing, or the message to it has been forgotten.',
  fixable: false,
};

export const unusedParticipant: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols?.type !== 'sequence' || symbols.edges.length === 0) return;
    const busy = new Set([
      ...symbols.edges.flatMap(({ from, to }) => [from, to]),
      ...symbols.statements
        .filter(({ keyword }) => keyword === 'note')
        .flatMap(({ targets }) => targets.map(({ text }) => text)),
    ]);
    for (const { id, span } of symbols.nodes) {
      if (!busy.has(id)) yield { message: `\`${id}\` takes no part in the sequence. Use it or take it out.`, span };
    }
  },
};
