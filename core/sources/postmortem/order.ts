/** Puts the entries of a log on one scale of time: days that were written or counted, midnights that were passed, time zones. */
import { zoneOffsets } from '../../quantities/calendar.ts';
import type { SourceProblem } from '../source.ts';
import { isTold } from './told.ts';
import type { Entry, Happening, Stamp, Timeline } from './model.ts';

const secondsOfDay = 86_400;
const halfYear = 182 * secondsOfDay;
/** A clock that goes back further than this has passed midnight; one that goes back less is out of order. */
const mostDisorder = secondsOfDay / 4;

export type Ordered = Omit<Timeline, 'phases'>;

/** `date` is the day the whole text is about, in seconds since 1970, where it names one. */
export function orderEntries(
  entries: readonly Entry[],
  date: number | undefined,
  zoneAbove: string | undefined,
): Ordered | SourceProblem {
  const written = entries.flatMap(({ stamp }) => stamp.zone ?? [])[0] ?? zoneAbove;
  const zone = written === 'Z' ? 'UTC' : written;
  const foreign = entries.find(({ stamp }) => shiftOf(stamp.zone, zone) === undefined);
  if (foreign !== undefined) {
    return {
      problem: `the time zone ${foreign.stamp.zone ?? ''} cannot be compared with ${zone ?? ''}: write the times of both in one`,
      line: foreign.line,
    };
  }
  const isRelative = entries.every(({ stamp }) => stamp.after !== undefined);
  const mixed = isRelative ? undefined : entries.find(({ stamp }) => stamp.after !== undefined);
  if (mixed !== undefined && entries[0]?.stamp.time === undefined) {
    return {
      problem: 'this time counts from the start of the incident, and when that was is not said',
      line: mixed.line,
    };
  }
  const told = entries.filter(isTold);
  const hasTimes = isRelative || told.every(({ stamp }) => stamp.time !== undefined || stamp.after !== undefined);
  const scale = new Scale(date, zone);
  // Entries that tell nothing may still say what day it is.
  const placed = entries.flatMap((entry): readonly Happening[] => {
    const { stamp, until, label, line, section } = entry;
    const at = scale.place(stamp);
    if (!isTold(entry)) return [];
    return [{ at, until: until === undefined ? undefined : scale.endAfter(at, until), label, line, section }];
  });
  const first = Math.min(...placed.map(({ at }) => at));
  // Without a year, days are only counted.
  const by = scale.isDated || isRelative ? 0 : Math.floor(first / secondsOfDay) * secondsOfDay;
  const happenings = placed
    .map((each) => ({ ...each, at: each.at - by, until: each.until === undefined ? undefined : each.until - by }))
    .sort((a, b) => a.at - b.at);
  return {
    happenings,
    isDated: scale.isDated,
    isRelative,
    hasSeconds: entries.some(({ stamp, until }) => stamp.isExact || until?.isExact),
    hasTimes,
    zone,
  };
}

/** Seconds from a time in one zone to the same moment in another; undefined where one of them is not known. */
function shiftOf(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined || from === to) return 0;
  const [own, other] = [minutesOf(from), minutesOf(to)];
  return own === undefined || other === undefined ? undefined : (other - own) * 60;
}

function minutesOf(zone: string): number | undefined {
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (offset === null) return zoneOffsets.get(zone);
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return offset[1] === '-' ? -minutes : minutes;
}

class Scale {
  isDated: boolean;
  readonly #zone: string | undefined;
  /** The start of the day we are on. */
  #day: number;
  /** The day that `Day 1` is. */
  readonly #first: number;
  #last: number | undefined;
  #start: number | undefined;

  constructor(date: number | undefined, zone: string | undefined) {
    this.isDated = date !== undefined;
    this.#day = date ?? 0;
    this.#first = this.#day;
    this.#zone = zone;
  }

  place(stamp: Stamp): number {
    const at = this.#find(stamp);
    this.#last = at;
    this.#start ??= at;
    return at;
  }

  /** The first moment with this time that is not before `at`. */
  endAfter(at: number, until: Stamp): number {
    if (until.date !== undefined)
      return this.#withYear(until.date, until.hasYear) + (until.time ?? 0) + this.#shift(until);
    const midnight = Math.floor(at / secondsOfDay) * secondsOfDay;
    const end = midnight + (until.time ?? 0) + this.#shift(until);
    return end < at ? end + secondsOfDay : end;
  }

  /** A date without a year is in the year of the day before it, or in the next one. */
  #withYear(date: number, hasYear: boolean): number {
    if (hasYear || !this.isDated) return date;
    const [own, known] = [new Date(date * 1000), new Date(this.#day * 1000)];
    const inYear = (year: number): number => Date.UTC(year, own.getUTCMonth(), own.getUTCDate()) / 1000;
    const same = inYear(known.getUTCFullYear());
    return same < this.#day - halfYear ? inYear(known.getUTCFullYear() + 1) : same;
  }

  readonly #shift = ({ zone }: Stamp): number => shiftOf(zone, this.#zone) ?? 0;

  #find(stamp: Stamp): number {
    if (stamp.after !== undefined) return (this.#start ?? 0) + stamp.after;
    if (stamp.date !== undefined) {
      if (stamp.hasYear) this.isDated = true;
      this.#day = this.#withYear(stamp.date, stamp.hasYear);
      return this.#day + (stamp.time ?? 0) + this.#shift(stamp);
    }
    if (stamp.day !== undefined) {
      this.#day = this.#first + (stamp.day - 1) * secondsOfDay;
      return this.#day + (stamp.time ?? 0) + this.#shift(stamp);
    }
    const time = (stamp.time ?? 0) + this.#shift(stamp);
    if (this.#last !== undefined && this.#day + time < this.#last - mostDisorder) this.#day += secondsOfDay;
    return this.#day + time;
  }
}
