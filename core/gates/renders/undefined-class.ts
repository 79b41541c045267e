/** DG082: a class is given to a node and never defined. */
import { matchesOf } from '../../matches.ts';
import { maskNonContent } from '../../mermaid/symbols/mask.ts';
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { changeTo } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG082',
  alias: 'undefined-class',
  gate: 'renders',
  severity: 'warning',
  title: 'A class is used and never defined.',
  why: 'The node keeps its default colour, so a reader takes it for something else than its neighbours.',
  fixable: true,
};

export const undefinedClass: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined) return;
    const defined = symbols.statements
      .filter(({ keyword }) => keyword === 'classDef')
      .flatMap(({ targets }) => targets);
    const names = new Set(['default', ...defined.map(({ text }) => text)]);
    // Without any definition the classes may come from the page's own style sheet.
    if (defined.length === 0) return;
    const shorthand = matchesOf(/:::((?:\w|-(?![->.]))+)/g, maskNonContent(facts.text)).map((match) => {
      const start = match.index + 3;
      return { text: match[1] ?? '', span: { start, end: start + (match[1]?.length ?? 0) } };
    });
    const assigned = symbols.statements.flatMap(({ className }) => className ?? []);
    for (const { text, span } of [...assigned, ...shorthand]) {
      if (text.split(/[\s,]+/).every((name) => names.has(name))) continue;
      const nearest = findNearest(text, [...names]);
      const advice = nearest === undefined ? `Define it: \`classDef ${text} fill:…\`.` : `Did you mean \`${nearest}\`?`;
      const message = `The class \`${text}\` is not defined in this diagram. ${advice}`;
      yield { message, span, fixes: changeTo(nearest, span) };
    }
  },
};
