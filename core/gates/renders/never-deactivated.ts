/** DG093: a participant is activated and never deactivated. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG093',
  alias: 'never-deactivated',
  gate: 'renders',
  severity: 'warning',
  title: 'A participant is activated and never deactivated.',
  why: 'Its bar runs to the end of the picture, so the reader believes it is still busy.',
  fixable: false,
};

export const neverDeactivated: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols?.type !== 'sequence') return;
    const open = new Map<string, RuleFinding['span'][]>();
    for (const { keyword, targets } of symbols.statements) {
      const [target] = targets;
      if (target === undefined) continue;
      const bars = open.get(target.text) ?? [];
      if (keyword === 'activate') open.set(target.text, [...bars, target.span]);
      if (keyword === 'deactivate' || keyword === 'destroy') open.set(target.text, bars.slice(0, -1));
    }
    for (const [name, bars] of open) {
      for (const span of bars)
        yield { message: `\`${name}\` is activated and never deactivated: add \`deactivate ${name}\`.`, span };
    }
  },
};
