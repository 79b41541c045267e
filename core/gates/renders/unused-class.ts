/** DG083: a class is defined and given to nothing. */
import { matchesOf } from '../../matches.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG083',
  alias: 'unused-class',
  gate: 'renders',
  severity: 'off',
  title: 'A class is defined and given to nothing.',
  why: 'A colour that was meant to carry meaning is nowhere in the picture.',
  fixable: false,
};

export const unusedClass: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    const used = new Set([
      'default',
      ...symbols.nodes.flatMap(({ classes }) => classes),
      ...symbols.statements.flatMap(({ className }) => className?.text.split(/[\s,]+/) ?? []),
      ...matchesOf(/:::((?:\w|-(?![->.]))+)/g, facts.text).map((match) => match[1] ?? ''),
    ]);
    for (const { keyword, targets } of symbols.statements) {
      if (keyword !== 'classDef') continue;
      for (const { text, span } of targets) {
        if (!used.has(text))
          yield { message: `The class \`${text}\` is defined and given to nothing. Assign it or take it out.`, span };
      }
    }
  },
};
