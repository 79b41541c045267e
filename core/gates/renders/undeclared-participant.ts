/** DG092: a message names a participant that is nearly a declared one. */
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG092',
  alias: 'undeclared-participant',
  gate: 'renders',
  severity: 'warning',
  title: 'A participant is nearly, but not quite, a declared one.',
  why: 'A slip in a name becomes a new lifeline, and the conversation falls apart into two.',
  fixable: false,
};

export const undeclaredParticipant: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols?.type !== 'sequence') return;
    const isDeclared = ({ shape }: { shape: string }): boolean => shape === 'participant' || shape === 'actor';
    const declared = symbols.nodes.filter(isDeclared).map(({ id }) => id);
    for (const { id, span, shape } of symbols.nodes) {
      if (isDeclared({ shape }) || id.length < 4 || id.includes('(')) continue;
      const nearest = findNearest(id, declared);
      if (nearest === undefined || /\d/.test(id)) continue;
      yield { message: `\`${id}\` is not declared. Did you mean \`${nearest}\`?`, span };
    }
  },
};
