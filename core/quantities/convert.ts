/** Which units measure the same, how they convert, and between which bounds a quantity lies. */
import type { Period, Quantity, Unit } from './model.ts';
import { secondsPer } from './units.ts';

export interface Conversion {
  /** How many of the other unit one is. */
  readonly by: number;
  /** The share by which it may be off: between days and months, which are not always as long; 0 elsewhere. */
  readonly slack: number;
}

/** February against August, leap years, months of four weeks. */
const inexactness = 0.03;

const calendarPeriods: ReadonlySet<Period> = new Set(['month', 'quarter', 'year']);
const secondsPerDay = 86_400;

/**
 * What one `from` is in `to`; undefined where they do not measure the same: other things counted (also a bare number and a
 * counted thing), per other things, or a rate against an amount.
 */
export function convert(from: Unit, to: Unit): Conversion | undefined {
  if (from.dimension !== to.dimension || from.name !== to.name || from.per.join('/') !== to.per.join('/'))
    return undefined;
  const lengths = from.scale / to.scale;
  const slack = from.dimension === 'duration' && isCalendar(from) !== isCalendar(to) ? inexactness : 0;
  if (from.period === to.period) return { by: lengths, slack };
  if (from.period === undefined || to.period === undefined) return undefined;
  const crosses = calendarPeriods.has(from.period) !== calendarPeriods.has(to.period);
  return { by: (lengths * secondsPer[to.period]) / secondsPer[from.period], slack: crosses ? inexactness : slack };
}

/** Whether a duration is told in months or longer. */
function isCalendar(unit: Unit): boolean {
  return unit.scale > 7 * secondsPerDay;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The share by which an approximate quantity may be off. */
const approximation = 0.1;

/** Between which values the quantity lies, in its own unit: rounding, ranges, "about", "over" and "up to" taken in. */
export function boundsOf(quantity: Quantity): Bounds {
  const { value, high, precision, approximate, atLeast, atMost } = quantity;
  const slack = approximate ? approximation * Math.max(Math.abs(value), Math.abs(high)) : 0;
  return {
    low: atMost ? Number.NEGATIVE_INFINITY : value - precision - slack,
    high: atLeast ? Number.POSITIVE_INFINITY : high + precision + slack,
  };
}
