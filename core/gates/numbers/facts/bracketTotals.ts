/** An amount and, in brackets right behind it, what it is made of: "32 drivers (20 north, 8 south, 4 at sea)". */
import type { Quantity } from '../../../quantities/model.ts';
import { placeQuantity } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Relation } from './relation.ts';
import { relateTotal } from './totalOf.ts';

/** The brackets behind an amount, a few words at most between. */
const opened = /^(?:[ ][A-Za-z-]{1,20}){0,3}[ ]\($/;
/** Brackets longer than this hold more than a list of parts. */
const mostWidth = 160;
/** What says that there is more, or that the figures are something else than parts. */
const hedged =
  /\.\.\.|…|\b(?:e\.g|etc|incl\w*|including|mostly|mainly|such as|per|each|every|average|avg|max|min|up to|or|vs|from|of which|was|than|with)\b|[×*=/%→<>]/i;

/** A list may leave some out, unless others of the page leave none out. */
const fewestHolding = 1;

export function bracketTotals(passages: readonly Passage[], source: string): readonly Relation[] {
  const relations = passages.flatMap((passage) => (passage.text.includes('(') ? totalsIn(passage, source) : []));
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  return relations.filter(
    ({ contradiction, isLess }) => contradiction === undefined || !isLess || holding >= fewestHolding,
  );
}

interface Bracket extends Relation {
  /** Whether the parts come to less than the whole, and may be some of them. */
  readonly isLess: boolean;
}

function totalsIn(passage: Passage, source: string): readonly Bracket[] {
  const { text, quantities } = passage;
  return quantities.flatMap((claim, index) => {
    const first = quantities[index + 1];
    if (first === undefined || !isPlain(claim)) return [];
    const width = first.qualified.start - claim.span.end;
    if (width > mostWidth || !opened.test(text.slice(claim.span.end, first.qualified.start))) return [];
    const inside = /^[^()\n]*/.exec(text.slice(first.qualified.start, first.qualified.start + mostWidth))?.[0] ?? '';
    const end = first.qualified.start + inside.length;
    if (text[end] !== ')' || hedged.test(inside)) return [];
    const parts = partsIn(text, quantities.slice(index + 1, index + 12), end);
    if (parts === undefined || parts.length < 2 || !parts.every((part) => isLike(part, claim))) return [];
    const like = parts.map((part) => placeQuantity({ ...part, unit: claim.unit }, passage));
    const total = { text: source, claim: placeQuantity(claim, passage), parts: like, partsName: 'parts in brackets', claimName: 'the amount in front' }; // prettier-ignore
    const sum = parts.reduce((value, part) => value + part.value * part.unit.scale, 0) / claim.unit.scale;
    const relation = relateTotal(total, () => sum > claim.value / 2 && sum < claim.value * 2);
    return relation === undefined ? [] : [{ ...relation, isLess: sum < claim.value && !/\+|\band\b/.test(inside) }];
  });
}

/** The amounts up to `end`, each in front of its own words: "20 north, 8 south". */
function partsIn(text: string, found: readonly Quantity[], end: number): readonly Quantity[] | undefined {
  const parts = found.filter(({ span }) => span.end <= end);
  const isList = parts.every(({ qualified }, index) => {
    const before = parts[index - 1];
    return before === undefined || /(?:,|\+|;|\band|&)\s*$/.test(text.slice(before.span.end, qualified.start));
  });
  return isList && found.length < 11 ? parts : undefined;
}

const isPlain = ({ value, high, sign, atMost, atLeast, unit }: Quantity): boolean =>
  value === high && value > 0 && sign === undefined && !atMost && !atLeast && unit.period === undefined && unit.per.length === 0 && unit.dimension !== 'percent' && unit.dimension !== 'factor' && !(unit.dimension === 'count' && unit.name === ''); // prettier-ignore

/** People of several kinds are people; money is added to money. */
function isLike(part: Quantity, claim: Quantity): boolean {
  const { unit } = part;
  if (unit.dimension !== claim.unit.dimension || !isPlain({ ...part, unit: { ...unit, name: unit.name || 'x' } }))
    return false;
  return unit.dimension === 'count' || unit.name === claim.unit.name;
}
