/** Says whether a figure beside others that it does not add up to was meant as their sum at all. */
import type { Quantity } from '../../../quantities/model.ts';
import { convert } from '../../../quantities/convert.ts';
import type { Sum } from './sum.ts';
import { isAdditiveLabel } from './words.ts';

const secondsPerDay = 86_400;

/** Percentages that come this near to 100 are shares of a whole. */
const nearWhole = { low: 90, high: 110 };

export interface Context {
  /** All that is said of the total and its parts. */
  readonly label: string;
  /** Whether more than the name says that these are the parts: a neighbour that adds up, or a whole list of nothing else. */
  readonly isBorneOut: boolean;
}

/** Whether `claim` must be the sum of `parts`. Unsure is no. */
export function isSumExpected(
  claim: Quantity,
  parts: readonly Quantity[],
  sum: Sum,
  { label, isBorneOut }: Context,
): boolean {
  const isMeasuredTime = claim.unit.dimension === 'duration' && claim.unit.scale < secondsPerDay;
  if (isMeasuredTime && isBorneOut) return true;
  if (!isAdditiveLabel(label) || claim.unit.dimension === 'factor') return false;
  const values = parts.map((part) => part.high * (convert(part.unit, claim.unit)?.by ?? 1));
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const isWithin = claim.high + claim.precision >= least && claim.value - claim.precision <= most;
  switch (claim.unit.dimension) {
    case 'percent':
      return (
        sum.value >= nearWhole.low &&
        sum.value <= nearWhole.high &&
        Math.abs(claim.value - 100) > claim.precision &&
        !isWithin
      );
    case 'duration':
      // What runs in parallel takes as long as the longest; calendar time is hardly ever added.
      return isMeasuredTime && (claim.value > sum.high || claim.high < most);
    default:
      return (
        (isBorneOut && claim.unit.dimension !== 'count') ||
        (!isMean(claim, values) && !isSame(claim, most) && !isSame(claim, least))
      );
  }
}

function isMean(claim: Quantity, values: readonly number[]): boolean {
  return isSame(claim, values.reduce((a, b) => a + b, 0) / values.length);
}

const isSame = ({ value, high, precision }: Quantity, other: number): boolean =>
  other >= value - precision && other <= high + precision;
