/** DG094: no transition leads to a state. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG094',
  alias: 'unreachable-state',
  gate: 'renders',
  severity: 'warning',
  title: 'No transition leads to a state.',
  why: 'Either a transition is missing or the name is misspelt; the reader cannot know how the system gets there.',
  fixable: false,
};

export const unreachableState: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (!symbols?.type.startsWith('state')) return;
    const starts = symbols.edges.some(({ from }) => from === '[*]');
    if (!starts) return;
    const reached = new Set(symbols.edges.map(({ to }) => to));
    const composite = new Set(symbols.groups.flatMap(({ id }) => id ?? []));
    for (const { id, span, group } of symbols.nodes) {
      const leaves = symbols.edges.some(({ from }) => from === id);
      if (id === '[*]' || group !== undefined || !leaves || reached.has(id) || composite.has(id)) continue;
      yield { message: `No transition leads to \`${id}\`. Add one, or correct the name.`, span };
    }
  },
};
