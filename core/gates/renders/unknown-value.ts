/** DG061: a word that stands where Mermaid knows only a few, and is none of them. */
import { matchesOf } from '../../matches.ts';
import { findNearest } from '../../nearest.ts';
import type { DiagramSymbols } from '../../mermaid/symbols/model.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { changeTo } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG061',
  alias: 'unknown-value',
  gate: 'renders',
  severity: 'warning',
  title: 'An icon, a priority or a day is one that Mermaid does not know.',
  why: 'Mermaid draws a question mark or no mark, or leaves out no day at all, and nobody is told.',
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
    if (symbols?.type === 'gantt') yield* unknownDays(symbols);
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

const days = ['weekends', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Gantt charts leave out weekends, days of the week and dates; a word that is none of them leaves out nothing. */
function* unknownDays({ properties }: DiagramSymbols): Iterable<RuleFinding> {
  for (const { name, value, valueSpan } of properties) {
    if (name !== 'excludes' && name !== 'includes') continue;
    for (const { 0: word, index } of matchesOf(/[A-Za-z]+/g, value)) {
      const nearest = days.some((day) => day === word.toLowerCase()) ? undefined : findNearest(word, days);
      if (nearest === undefined) continue;
      const span = { start: valueSpan.start + index, end: valueSpan.start + index + word.length };
      const message = `Mermaid knows no day \`${word}\`. Did you mean \`${nearest}\`?`;
      yield { message, span, fixes: changeTo(nearest, span) };
    }
  }
}
