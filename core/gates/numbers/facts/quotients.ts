/** Quotients that are written out: "7.1x (revenue $500B / cost $70B)", "$4.8M ÷ 23M users = $0.21". */
import type { Quantity } from '../../../quantities/model.ts';
import { placeQuantity } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Relation } from './relation.ts';
import { quote } from './report.ts';

/** A sign of division between two amounts, a few words on either side; a slash needs blanks: "$5/month" is a rate. */
const divided =
  /^[ ]?(?:÷|\/[ ])(?:[ ]?[A-Za-z][\w-]*){0,3}[ ]?$|^[ ](?:[A-Za-z][\w-]*[ ]){0,2}(?:÷|\/)[ ](?:[A-Za-z][\w-]*[ ]){0,3}$/;
const equals = /^[ )]*[=≈][ ~]*$/;
const opened = /^[ ]?\((?:[A-Za-z][\w-]*[ ]){0,3}$/;
/** What division a reader does in the head is rounded. */
const looseness = 0.03;

export function findQuotients(passages: readonly Passage[], source: string): readonly Relation[] {
  return passages.flatMap((passage) => (/[÷/]/.test(passage.text) ? quotientsIn(passage, source) : []));
}

function quotientsIn(passage: Passage, source: string): readonly Relation[] {
  const { quantities, text } = passage;
  return quantities.flatMap((written, index) => {
    const left = withoutDivisor(written, text);
    const [before, right, after] = [quantities[index - 1], quantities[index + 1], quantities[index + 2]];
    if (right === undefined || !divided.test(between(text, left, right))) return [];
    const isBehind = after !== undefined && equals.test(between(text, right, after));
    const isInFront = before !== undefined && opened.test(between(text, before, left)) && text[right.span.end] === ')';
    const claim = isBehind ? after : isInFront ? before : undefined;
    return claim === undefined ? [] : (relate(passage, claim, left, right, source) ?? []);
  });
}

/** "$500B / Infrastructure $70B": what looks like a unit behind the slash is the name of the next amount. */
function withoutDivisor(quantity: Quantity, text: string): Quantity {
  const { span, unit } = quantity;
  const slash = unit.per.length === 0 ? -1 : text.slice(span.start, span.end).search(/[ ]\/[ ]/);
  return slash === -1
    ? quantity
    : { ...quantity, span: { ...span, end: span.start + slash }, unit: { ...unit, per: [] } };
}

const between = (text: string, left: Quantity, right: Quantity): string =>
  text.slice(left.span.end, Math.min(right.qualified.start, left.span.end + 60));

function relate(
  passage: Passage,
  claim: Quantity,
  left: Quantity,
  right: Quantity,
  source: string,
): Relation | undefined {
  const isPlain = [claim, left, right].every(
    ({ value, high, sign }) => value === high && sign === undefined && value > 0,
  );
  const value = isPlain ? quotientOf(claim, left, right) : undefined;
  if (value === undefined) return undefined;
  const relative = left.precision / left.value + right.precision / right.value + looseness;
  const placed = placeQuantity(claim, passage);
  const parts = [left, right].map((part) => placeQuantity(part, passage));
  if (Math.abs(value - claim.value) <= claim.precision + relative * value)
    return { claim: placed, parts, contradiction: undefined };
  const [one, other] = parts.map((part) => quote(source, part));
  return {
    claim: placed,
    parts,
    contradiction: {
      message: `${one ?? ''} divided by ${other ?? ''} is ${Number(value.toPrecision(3))}, the page says ${quote(source, placed)}: correct whichever is wrong.`,
      span: placed.span,
      related: parts.map(({ span }) => ({ span, message: 'One of the two' })),
    },
  };
}

/** In the unit of the claim: a factor or a percentage of like amounts, or money for each of what is counted. */
function quotientOf({ unit }: Quantity, left: Quantity, right: Quantity): number | undefined {
  const isRatio = left.unit.dimension === right.unit.dimension && left.unit.name === right.unit.name;
  if (isRatio && left.unit.period === right.unit.period) {
    const ratio = (left.value * left.unit.scale) / (right.value * right.unit.scale);
    if (unit.dimension === 'factor') return ratio;
    return unit.dimension === 'percent' ? 100 * ratio : undefined;
  }
  const isPrice =
    unit.dimension === 'currency' && left.unit.dimension === 'currency' && right.unit.dimension === 'count';
  const isSamePeriod = unit.period === left.unit.period && right.unit.period === undefined;
  return isPrice && isSamePeriod && unit.name === left.unit.name ? left.value / right.value : undefined;
}
