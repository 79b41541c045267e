/** DG085: a link that ends in `o` or `x` swallows the first letter of the node behind it. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG085',
  alias: 'swallowed-letter',
  gate: 'renders',
  severity: 'warning',
  title: 'A link swallows the first letter of the node behind it.',
  why: 'The link gets a circle or cross, and a node with a mutilated name appears beside the one that was meant.',
  fixable: false,
};

export const swallowedLetter: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined || !/^(?:flowchart|swimlane)/.test(symbols.type)) return;
    const ids = new Set(symbols.nodes.map(({ id }) => id));
    for (const { span, arrow, to } of symbols.edges) {
      const letter = /[-=.]([ox])$/.exec(arrow)?.[1];
      if (letter === undefined || !facts.text.startsWith(to, span.end)) continue;
      // `a--ob` may be meant as it stands; it is a slip only when the whole word is a node too.
      const whole = letter + to;
      if (!ids.has(whole) && !/^[a-z]{2,}$/.test(to)) continue;
      yield {
        message: `Mermaid reads \`${arrow}\` and a node \`${to}\`. Put a space before \`${whole}\` if that is the node.`,
        span: { start: span.end - 1, end: span.end + to.length },
      };
    }
  },
};
