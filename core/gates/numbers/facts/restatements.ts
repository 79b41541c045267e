/** The same amount told twice: "$85M/month ($1.02B/year)", or one name with one figure and two periods. */
import { boundsOf, convert } from '../../../quantities/convert.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { placeQuantity } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Relation } from './relation.ts';
import { quote, replaceValue, writeAmount } from './report.ts';

const again =
  /^[ ]*(?:\([ ]*(?:=|≈|or|i\.e\.,?|that is|equals|which is)?|=|≈|equals|i\.e\.,?|, or)[ ]*(?:about|roughly|around|~)?[ ]*$/i;
const closed = /^[ ]*(?:$|[)\]\n;|"',.](?!\d)|(?:total|equivalent|in total|combined)[ ]*[)\]])/i;
/** A thousand bytes or 1024. */
const bytesSlack = 0.11;

/** An amount with the same amount in another unit or period directly behind it. */
export function restatementsOfPassage(passage: Passage, source: string): readonly Relation[] {
  const quantities = passage.quantities;
  const { text } = passage;
  return quantities.flatMap((claim, index) => {
    const first = quantities[index - 1];
    if (first === undefined || !isOtherUnit(first, claim)) return [];
    const between = text.slice(first.span.end, claim.qualified.start);
    const isAgain = again.test(between) && closed.test(text.slice(claim.span.end));
    if (!isAgain || (between.includes('=') && isResult(text.slice(0, first.qualified.start)))) return [];
    const bare = first.sign === undefined && claim.sign === undefined;
    return bare ? (relate(placeQuantity(first, passage), placeQuantity(claim, passage), source) ?? []) : [];
  });
}

/** Behind an equals sign stands what the whole line amounts to: "15 incidents × 100 hours × $500/hour = $750K". */
const isResult = (before: string): boolean => /[×*+−÷]|\s[-x/]\s/.test(before.slice(before.lastIndexOf('\n') + 1));

/** The same measured in another unit: months and years, minutes and hours; not a rate and an amount. */
function isOtherUnit({ unit: from }: Quantity, { unit: to }: Quantity): boolean {
  if (from.dimension === 'percent' || from.dimension === 'factor') return false;
  return from.scale !== to.scale || from.period !== to.period || from.dimension === 'duration';
}

/** Further apart, the second is another thing: "alert at 150 ms (2 min)". */
const mostTimes = 50;

function relate(first: Quantity, claim: Quantity, source: string): Relation | undefined {
  const rate = convert(first.unit, claim.unit);
  if (rate === undefined) return undefined;
  const value = first.value * rate.by;
  const isLimit = first.atLeast || first.atMost || claim.atLeast || claim.atMost;
  const times = Math.max(value / claim.value, claim.value / value);
  const isOther = isLimit || times > mostTimes || !isOneAmount(first, claim, source);
  if (first.unit.dimension === 'duration' && isOther) return undefined;
  const [one, other] = [boundsOf(first), boundsOf(claim)];
  const slack = rate.slack + (first.unit.dimension === 'bytes' ? bytesSlack : 0);
  const low = one.low * rate.by * (1 - slack);
  const high = one.high * rate.by * (1 + slack);
  if (low <= other.high && high >= other.low) return { claim, parts: [first], contradiction: undefined };
  const right = writeAmount(source, claim, value);
  return {
    claim,
    parts: [first],
    contradiction: {
      message: `${quote(source, first)} is ${right}, the page says ${quote(source, claim)}: correct whichever is wrong.`,
      span: claim.span,
      fixes: [replaceValue(source, `Replace it with ${right}`, claim, value)],
      related: [{ span: first.span, message: 'The same amount' }],
    },
  };
}

/** "90 minutes (80 minutes)" are two durations; "1 hour 30 minutes (80 minutes)" and "1.5 hours (80 minutes)" are meant as one. */
function isOneAmount(first: Quantity, claim: Quantity, source: string): boolean {
  return first.unit.scale !== claim.unit.scale || /\d[^\d.,]+\d/.test(quote(source, first));
}

const field = /^\s*(?:[-*+>|"']+\s*)*(?<name>[A-Za-z][A-Za-z0-9 _/&'-]{3,60}?)["']?\s*[:=]\s*["']?[ ]*$/;

/** A passage that gives one name one amount per period. */
interface NamedRate {
  readonly name: string;
  readonly quantity: Quantity;
}

/** "Infrastructure cost: $85M/month" in one place, "Infrastructure cost: $85M/year" in another. */
export function mixedPeriods(passages: readonly Passage[], source: string): readonly Relation[] {
  const byName = new Map<string, NamedRate[]>();
  for (const passage of passages) {
    const rate = namedRate(passage);
    if (rate === undefined) continue;
    const known = byName.get(rate.name);
    if (known === undefined) byName.set(rate.name, [rate]);
    else known.push(rate);
  }
  return [...byName.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.flatMap((other) =>
      isSameFigure(first.quantity, other.quantity) ? relatePeriods(first, other, source) : [],
    );
  });
}

function namedRate(passage: Passage): NamedRate | undefined {
  const [quantity, ...others] = passage.quantities;
  if (quantity?.unit.period === undefined || others.length > 0) return undefined;
  const name = field.exec(passage.text.slice(0, quantity.qualified.start))?.groups?.['name'];
  // One word, such as "cost", is the name of something else everywhere.
  if (name === undefined || !/\w[ _/-]\w/.test(name)) return undefined;
  return { name: name.toLowerCase().replaceAll(/[ _-]+/g, ' '), quantity: placeQuantity(quantity, passage) };
}

const isSameFigure = (one: Quantity, other: Quantity): boolean =>
  one.value === other.value && one.high === other.high && one.unit.name === other.unit.name;

function relatePeriods(first: NamedRate, other: NamedRate, source: string): readonly Relation[] {
  const [one, claim] = [first.quantity, other.quantity];
  if (one.unit.period === claim.unit.period) return [];
  const contradiction = {
    message: `“${first.name}” is ${quote(source, one)} elsewhere and ${quote(source, claim)} here: one figure, two periods. Correct whichever is wrong.`,
    span: claim.span,
    related: [{ span: one.span, message: 'The other place' }],
  };
  return [{ claim, parts: [one], contradiction }];
}
