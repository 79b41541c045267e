/** One quantity told in two places of a page: the same name, the same measure, and nothing that tells the two apart. */
import { boundsOf, convert } from '../../../quantities/convert.ts';
import type { Dimension, Quantity } from '../../../quantities/model.ts';
import type { DocumentFacts } from '../../rule.ts';
import { mentionsByName } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { isOwnName } from './quantityNames.ts';
import type { Relation } from './relation.ts';
import { quote } from './report.ts';
import { isToldApart, sidesOf } from './toldApart.ts';
import { isOneWhole, mayBeShare, wholeOf } from './wholes.ts';

interface Pair {
  readonly first: Mention;
  readonly claim: Mention;
  readonly agrees: boolean;
}

/** Each later mention beside the first earlier one that means the same. */
export function sameQuantities(facts: DocumentFacts): readonly Relation[] {
  const sides = sidesOf(facts);
  const pairs = mentionsByName(facts).flatMap((mentions) => pairsOf(mentions, sides));
  const tallies = tallyPlaces(pairs);
  const told = new Set<Mention>();
  return pairs.flatMap((pair) => {
    const tally = tallies.get(placesOf(pair));
    if (tally === undefined || told.has(pair.claim) || !isMeant(pair, tally)) return [];
    told.add(pair.claim);
    return [relate(pair, facts.model.text)];
  });
}

/** What stands in one diagram, table, list or code twice is there for two things, and so is what has three amounts. */
function pairsOf(mentions: readonly Mention[], sides: ReadonlySet<string>): readonly Pair[] {
  const pairs = mentions.flatMap((claim, index) =>
    mentions.slice(0, index).flatMap((first) => {
      const agrees = first.place === claim.place ? undefined : compare(first.amount, claim.amount);
      return agrees === undefined || isToldApart(first, claim, sides) ? [] : [{ first, claim, agrees }];
    }),
  );
  const differing = pairs.flatMap(({ first, claim, agrees }) => (agrees ? [] : [first, claim]));
  return new Set(differing.map(({ amount }) => amount.value)).size > 2 ? [] : pairs;
}

/** Nearer than this share of it, one of the two is rounded; percentages are told as they are. */
const near = (dimension: Dimension): number =>
  dimension === 'percent' ? 0 : dimension === 'bytes' ? bytesSlack : 0.05;
/** A thousand bytes or 1024. */
const bytesSlack = 0.11;

/** Whether two amounts may be one; undefined where they do not measure the same. */
function compare(first: Quantity, claim: Quantity): boolean | undefined {
  const rate = convert(first.unit, claim.unit);
  const [one, other] = [first, claim].map((each) => boundsOf({ ...each, precision: 0 }));
  if (rate === undefined || one === undefined || other === undefined) return undefined;
  // One may be the other rounded, but they are not both rounded towards each other.
  const slack =
    Math.max(first.precision * rate.by, claim.precision, near(claim.unit.dimension) * Math.abs(claim.value)) *
    (1 + 1e-9);
  const [low, high] = [one.low * rate.by * (1 - rate.slack), one.high * rate.by * (1 + rate.slack)];
  return low <= other.high + slack && high >= other.low - slack;
}

/** How many names two places tell alike, and how many not. */
interface Tally {
  agreeing: number;
  differing: number;
}

const placesOf = ({ first, claim }: Pair): string => `${first.place} ${claim.place}`;

function tallyPlaces(pairs: readonly Pair[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const pair of pairs) {
    const places = placesOf(pair);
    let tally = tallies.get(places);
    if (tally === undefined) tallies.set(places, (tally = { agreeing: 0, differing: 0 }));
    if (pair.agrees) tally.agreeing += 1;
    else tally.differing += 1;
  }
  return tallies;
}

/** Places that agree in so many names, and in most, speak of the same. */
const fewestAgreeing = 2;

/**
 * Whether both places speak of one thing. Places that differ in several names speak of two; a name alone has to be a
 * thing's own. Where they agree, whether it would be said if they did not.
 */
function isMeant({ first, claim, agrees }: Pair, tally: Tally): boolean {
  const change = agrees ? 1 : 0;
  const [agreeing, differing] = [tally.agreeing - change, tally.differing + change];
  if (agreeing >= fewestAgreeing && agreeing > differing) return true;
  if (!isOwnName(first.name)) return false;
  const [one, other] = [wholeOf(first, claim), wholeOf(claim, first)];
  if (one !== undefined && other !== undefined && isOneWhole(one, other)) return true;
  if (differing > 1) return false;
  const isFirst = isSmaller(first.amount, claim.amount);
  return (
    !((agrees || isFirst) && mayBeShare(first, claim, one)) &&
    !((agrees || !isFirst) && mayBeShare(claim, first, other))
  );
}

function isSmaller(one: Quantity, other: Quantity): boolean {
  return one.value * (convert(one.unit, other.unit)?.by ?? 1) < other.value;
}

function relate({ first, claim, agrees }: Pair, source: string): Relation {
  const [one, other] = [quote(source, first.quantity), quote(source, claim.quantity)];
  return {
    claim: claim.quantity,
    parts: [first.quantity],
    contradiction: agrees
      ? undefined
      : {
          message: `“${nameOf(claim)}” is ${one} elsewhere and ${other} here: correct whichever is wrong, or name what tells the two apart.`,
          span: claim.quantity.span,
          related: [{ span: first.quantity.span, message: `“${nameOf(first)}” is ${one} here` }],
        },
  };
}

function nameOf({ names, counted, rest }: Mention): string {
  const written = names.length > 0 ? names.join(', ') : `${counted} ${rest}`;
  return written.replaceAll(/\s+/g, ' ').replace(/:\s*$/, '').trim();
}
