/** DG066: a declaration of a style that no browser understands. */
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { changeTo } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG066',
  alias: 'unknown-style',
  gate: 'renders',
  severity: 'warning',
  title: 'A style names a property or colour that there is not.',
  why: 'A browser skips what it does not know, so the shape keeps its default look and nobody is told.',
  fixable: true,
};

/** The properties that diagrams are styled with; another one is judged only when it is nearly one of these. */
const known = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-opacity',
  'color',
  'background',
  'background-color',
  'border',
  'border-color',
  'border-radius',
  'opacity',
  'font-size',
  'font-family',
  'font-weight',
  'font-style',
  'text-decoration',
  'text-align',
  'animation',
] as const;
/** Properties that are there although they look like a slip of one above. */
const alsoThere: ReadonlySet<string> = new Set(['filter', 'flex', 'float', 'order', 'font']);
const malformed = /^#(?![\da-f]{3,4}$|[\da-f]{6}$|[\da-f]{8}$)[\da-z]{2,9}$/i;

export const unknownStyle: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    // C4 has names of its own for what can be styled.
    if (symbols === undefined || symbols.type === 'c4') return;
    for (const { declarations } of symbols.statements) {
      for (const { property, value, span, valueSpan } of declarations) {
        const nearest = isKnown(property) ? undefined : findNearest(property, known);
        if (nearest !== undefined) {
          const place = { start: span.start, end: span.start + property.length };
          const message = `There is no style \`${property}\`. Did you mean \`${nearest}\`?`;
          yield { message, span: place, fixes: changeTo(nearest, place) };
        } else if (malformed.test(value)) {
          const message = `\`${value}\` is no colour: write 3 or 6 hexadecimal digits, such as \`#3B82F6\`.`;
          yield { message, span: valueSpan };
        }
      }
    }
  },
};

const isKnown = (property: string): boolean =>
  property.startsWith('-') || alsoThere.has(property) || known.some((each) => each === property);
