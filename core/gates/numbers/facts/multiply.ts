/** Multiplies amounts with their units, as far as a page's own units tell what becomes of them. */
import type { Period, Quantity } from '../../../quantities/model.ts';
import { secondsPer, unitWords } from '../../../quantities/units.ts';

/** A product of amounts in base units: seconds, bytes, a currency's unit. */
export interface Product {
  readonly value: number;
  readonly dimension: 'currency' | 'bytes' | 'duration' | 'count';
  /** The currency. */
  readonly name: string;
  /** The period it is per. */
  readonly period: Period | undefined;
  /** The share by which rounded factors may move it. */
  readonly slack: number;
}

const approximation = 0.1;
/** Factors so coarse tell nothing of their product. */
const mostSlack = 0.3;

/** Undefined where units are left that no amount has: two currencies, money times time, two periods. */
export function multiply(factors: readonly Quantity[]): Product | undefined {
  let value = 1;
  let slack = 0;
  let currency: string | undefined;
  const periods: Period[] = [];
  let [bytes, seconds] = [0, 0];
  for (const factor of factors) {
    const { unit } = factor;
    if (factor.high !== factor.value || factor.atMost || factor.sign !== undefined || factor.value === 0)
      return undefined;
    value *= factor.value;
    slack = Math.max(slack, slackOf(factor));
    if (unit.period !== undefined) periods.push(unit.period);
    for (const per of unit.per) {
      const divisor = unitWords.get(per.toUpperCase());
      if (divisor?.dimension !== 'bytes') continue;
      value /= divisor.scale;
      bytes -= 1;
    }
    switch (unit.dimension) {
      case 'percent':
        value /= 100;
        break;
      case 'currency':
        if (currency !== undefined) return undefined;
        currency = unit.name;
        break;
      case 'bytes':
        value *= unit.scale;
        bytes += 1;
        break;
      case 'duration':
        value *= unit.scale;
        seconds += 1;
        break;
      case 'factor':
      case 'count':
        break;
    }
  }
  // Time spent at a rate: each duration uses up one period.
  while (seconds > 0 && periods.length > 0) {
    const period = periods.shift();
    if (period !== undefined) value /= secondsPer[period];
    seconds -= 1;
  }
  const dimensions = [currency === undefined ? [] : ['currency' as const], bytes > 0 ? ['bytes' as const] : [], seconds > 0 ? ['duration' as const] : []].flat(); // prettier-ignore
  if (dimensions.length > 1 || bytes < 0 || bytes > 1 || seconds > 1 || periods.length > 1 || slack > mostSlack)
    return undefined;
  return { value, dimension: dimensions[0] ?? 'count', name: currency ?? '', period: periods[0], slack };
}

/** Only what is rounded may move a product: "$195K", "~5", "1.5"; not "135 engineers". */
function slackOf({ value, precision, magnitude, approximate, atLeast }: Quantity): number {
  const isRounded = magnitude > 1 || precision < 0.5;
  return (isRounded ? precision / Math.abs(value) : 0) + (approximate || atLeast ? approximation : 0);
}

/** What `product` is in the unit of `result`; undefined where it is another kind of amount. */
export function valueIn(product: Product, result: Quantity): number | undefined {
  const { unit } = result;
  const isOfKind =
    unit.dimension === product.dimension && (unit.dimension !== 'currency' || unit.name === product.name);
  if (!isOfKind || unit.per.length > 0) return undefined;
  // A yearly salary is written without its year, and a month's bill without its month.
  const from = product.period ?? unit.period;
  const to = unit.period ?? product.period;
  const periods = from === undefined || to === undefined ? 1 : secondsPer[to] / secondsPer[from];
  return (product.value * periods) / unit.scale;
}

/** Whether `result` is `value`, as exactly as it is written. */
export function isProduct(result: Quantity, value: number, slack: number): boolean {
  const own = result.precision + (result.approximate ? approximation * Math.abs(result.value) : 0);
  const tolerance = own + Math.abs(value) * slack + 1e-9 * Math.abs(value);
  const isBelow = value < result.value - tolerance && !result.atMost;
  const isAbove = value > result.high + tolerance && !result.atLeast;
  return !isBelow && !isAbove;
}
