/** Says a connection between two parts in words: `Client -> Gateway: order`. */
import type { EdgeSymbol } from '../mermaid/symbols/model.ts';

/** What an end of an entity's relation counts; each mark stands on either side, mirrored. */
const counts: Readonly<Record<string, string>> = {
  '||': 'exactly one',
  '|o': 'zero or one',
  'o|': 'zero or one',
  '}|': 'one or more',
  '|{': 'one or more',
  '}o': 'zero or more',
  'o{': 'zero or more',
};

/** What a class is to the one that the mark points at. */
const relations: readonly (readonly [left: RegExp, right: RegExp, words: string])[] = [
  [/^<\|/, /\|>$/, 'extends'],
  [/^\*/, /\*$/, 'is part of'],
  [/^o/, /o$/, 'belongs to'],
  [/^<(?!\|)/, /[^|]>$/, '->'],
];

/** `nameOf` gives what the reader sees of a node. */
export function sayConnection(edge: EdgeSymbol, type: string, nameOf: (id: string) => string): string {
  const label = edge.label?.text.replace(/\s+/g, ' ').trim() ?? '';
  return label === '' ? sayEnds(edge, type, nameOf) : `${sayEnds(edge, type, nameOf)}: ${label}`;
}

function sayEnds({ from, to, arrow }: EdgeSymbol, type: string, nameOf: (id: string) => string): string {
  const [left, right] = [nameOf(from), nameOf(to)];
  if (type === 'er') {
    const [one, other] = [counts[arrow.slice(0, 2)], counts[arrow.slice(-2)]];
    if (one !== undefined && other !== undefined) return `${left} (${one}) - ${right} (${other})`;
  }
  if (type.startsWith('class')) return sayRelation(left, right, arrow);
  const [isBack, isForth] = [arrow.startsWith('<'), !/^[-=.~]+$/.test(arrow)];
  if (isBack && isForth) return arrow.endsWith('>') ? `${left} <-> ${right}` : `${right} -> ${left}`;
  return `${left} ${isForth ? '->' : '-'} ${right}`;
}

function sayRelation(left: string, right: string, arrow: string): string {
  for (const [isLeft, isRight, words] of relations) {
    const own = words === 'extends' && arrow.includes('..') ? 'implements' : words;
    if (isRight.test(arrow)) return `${left} ${own} ${right}`;
    if (isLeft.test(arrow)) return `${right} ${own} ${left}`;
  }
  return `${left} - ${right}`;
}
