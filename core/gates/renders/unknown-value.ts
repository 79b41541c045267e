/** DG061: a word that stands where Mermaid knows only a few, and is none of them. */
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { changeTo } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG061',
  alias: 'unknown-value',
  gate: 'renders',
  severity: 'warning',
  title: 'An icon or priority is one that Mermaid does not know.',
  why: 'Mermaid draws a question mark or no mark at all, and the one meant is missing.',
  fixable: true,
};

interface Words {
  readonly property: string;
  readonly known: readonly string[];
}

const wordsOf: Readonly<Record<string, Words>> = {
  kanban: { property: 'priority', known: ['Very High', 'High', 'Medium', 'Low', 'Very Low'] },
  architecture: {
    property: 'icon',
    known: ['cloud', 'database', 'disk', 'internet', 'server', 'blank', 'unknown'],
  },
};

export const unknownValue: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    const words = symbols === undefined ? undefined : wordsOf[symbols.type];
    if (symbols === undefined || words === undefined) return;
    const { property, known } = words;
    for (const { name, value, valueSpan } of symbols.properties) {
      if (name !== property || value === '' || known.some((word) => word.toLowerCase() === value.toLowerCase()))
        continue;
      const nearest = findNearest(value, known);
      // A word like none of them may be registered by the page; `pack:name` is an icon of a package that the page loads.
      if (value.includes(':') || nearest === undefined) continue;
      const message = `Mermaid knows no ${property} \`${value}\`. Did you mean \`${nearest}\`?`;
      yield { message, span: valueSpan, fixes: changeTo(nearest, valueSpan) };
    }
  },
};
