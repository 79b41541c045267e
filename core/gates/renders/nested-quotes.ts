/** DG011: double quotes inside a quoted label end it too early. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG011',
  alias: 'nested-quotes',
  gate: 'renders',
  severity: 'error',
  title: 'Double quotes inside a quoted label end it too early.',
  why: 'The first quote inside a quoted label ends it, and what follows is read as syntax. The entity `#quot;` is shown as a quote and ends nothing.',
  fixable: true,
};

const closers: Readonly<Record<string, RegExp>> = {
  '[': /^\s*[\])/\\,]/,
  '(': /^\s*[)\]]/,
  '{': /^\s*\}/,
  '|': /^\s*\|/,
};
const anyEnd = /^\s*(?:[\])},:;|]|$|as\b|-|\.\.|<|href\b|\d|\w+\s*:)/;

export const nestedQuotes: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, type }: BrokenDiagram): Iterable<Proposal> {
    for (const { text, span } of contentLines(masked)) {
      for (const inner of findNested(text)) {
        const [first] = inner;
        if (first === undefined) continue;
        // Rows of comma-separated values double their quotes.
        const instead = type === 'sankey' ? '""' : '#quot;';
        yield {
          span: within(span, first, 1),
          message: `A double quote inside a quoted label ends it: write it as \`${instead}\`.`,
          edits: (type === 'sankey' ? undoubled(inner) : inner).map((at) => replaceBy(within(span, at, 1), instead)),
          fix: `Write the inner quotes as ${instead}`,
          // An odd number of quotes may as well be one that was never closed.
          weight: inner.length % 2 === 0 ? 6 : 0.5,
        };
      }
    }
  },
};

/** The places of quotes that stand alone: two beside each other are one quote already. */
function undoubled(places: readonly number[]): readonly number[] {
  const alone: number[] = [];
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    if (places[index + 1] === at + 1) index += 1;
    else alone.push(at);
  }
  return alone;
}

/** For each quoted text of a line that holds more quotes: the places of those. */
function findNested(line: string): readonly (readonly number[])[] {
  const found: number[][] = [];
  let from = 0;
  for (;;) {
    const opening = line.indexOf('"', from);
    if (opening === -1) return found;
    const before = line.slice(0, opening).trimEnd().at(-1) ?? '';
    const end = closers[before] ?? anyEnd;
    const inner: number[] = [];
    let closing = line.indexOf('"', opening + 1);
    while (closing !== -1 && !end.test(line.slice(closing + 1))) {
      inner.push(closing);
      closing = line.indexOf('"', closing + 1);
    }
    if (closing === -1) return found;
    const isTwoLabels = /[\])}|]\s*(?:--|==|-\.|~~~|&|$)/.test(line.slice(opening, inner.at(-1) ?? opening));
    const opensAnother = inner.some((at) => /[[({|]\s*$/.test(line.slice(0, at)));
    if (inner.length > 0 && !isTwoLabels && !opensAnother) found.push(inner);
    from = closing + 1;
  }
}
