/** Adds amounts up and says whether a stated total agrees, as exactly as the figures are written. */
import { convert } from '../../../quantities/convert.ts';
import type { Quantity, Unit } from '../../../quantities/model.ts';

/** How far "about" reaches, and how much more a `+` on a part may mean. */
const approximation = 0.1;

export interface Sum {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Half a unit of the coarsest part's last digit. */
  readonly precision: number;
  /** Whether every part is a plain whole number, which nobody has rounded. */
  readonly isExact: boolean;
}

/** Whether `part` may be part of an amount in `unit`: a bare figure may be a count of anything, and needs no period. */
export function isAlike(part: Unit, unit: Unit): boolean {
  return factorTo(part, unit) !== undefined;
}

/** The sum in `unit`; undefined where a part is not alike, or where only some of the parts have a period of their own. */
export function addUp(parts: readonly Quantity[], unit: Unit): Sum | undefined {
  let [value, low, high, precision] = [0, 0, 0, 0];
  for (const part of parts) {
    const factor = factorTo(part.unit, unit);
    if (factor === undefined) return undefined;
    const [from, to] = [part.value * factor, part.high * factor];
    const slack = part.approximate || part.atLeast ? approximation * Math.abs(to) : 0;
    value += (from + to) / 2;
    low += part.atMost ? Math.min(from, 0) : from - (part.approximate ? slack : 0);
    high += to + slack;
    precision = Math.max(precision, part.precision * factor);
  }
  const periods = new Set(parts.map((part) => part.unit.period));
  if (periods.has(undefined) && periods.size > 1) return undefined;
  return { value, low, high, precision, isExact: parts.every(isWhole) };
}

/**
 * Half a unit of the total's last digit plus half a unit of the coarsest part may be rounding, unless it is known to be less;
 * "about" reaches further.
 */
export function agrees(total: Quantity, sum: Sum, most = Number.POSITIVE_INFINITY): boolean {
  const slack = total.approximate ? approximation * Math.abs(total.high) : 0;
  const tolerance = isExact(total, sum) ? 1e-6 : Math.min(total.precision + sum.precision, most);
  const rounding = (1 + 1e-9) * tolerance + 1e-9 * Math.abs(sum.value);
  const isBelow = sum.high < total.value - slack - rounding && !total.atMost;
  const isAbove = sum.low > total.high + slack + rounding && !total.atLeast;
  return !isBelow && !isAbove;
}

function isExact(total: Quantity, sum: Sum): boolean {
  return isWhole(total) && sum.isExact;
}

/** A count or a sum of money to the last one: "25 nodes", "$2,250"; not "$2M", and not a percentage or duration, which are measured. */
function isWhole({ magnitude, precision, unit }: Quantity): boolean {
  const isCountable = unit.dimension === 'count' || unit.dimension === 'currency';
  return magnitude === 1 && precision === 0.5 && isCountable && unit.per.length === 0;
}

function factorTo(from: Unit, to: Unit): number | undefined {
  const sameName =
    from.dimension === 'count' && (from.name === '' || to.name === '') ? { ...from, name: to.name } : from;
  const period = from.period ?? to.period;
  const samePeriod = to.period === undefined ? { ...to, period } : to;
  return convert({ ...sameName, period }, samePeriod)?.by;
}
