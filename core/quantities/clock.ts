/** Finds the moments a text names (clock times, dates, months, years) and how far they are apart. */
import { matchesOf } from '../matches.ts';
import type { Span } from '../model.ts';
import { monthNumbers, monthSource, zoneOffsets } from './calendar.ts';

/** Seconds since 1970, or since midnight of no particular day; as exact as was written: "14:30" lasts a minute. */
interface Bounds {
  readonly from: number;
  readonly to: number;
}

export interface Moment {
  readonly span: Span;
  /** The days meant, as seconds since 1970; of a date without a year, in a year of 365 days. */
  readonly date: (Bounds & { readonly hasYear: boolean }) | undefined;
  /** The time of day, as seconds since midnight. */
  readonly time: Bounds | undefined;
  /** The time zone as written, in upper case. */
  readonly zone: string | undefined;
}

export const secondsOfDay = 86_400;
const secondsOfHour = 3600;
const secondsOfMinute = 60;
/** Stands in for the year nobody wrote. */
const someYear = 2001;

const year = String.raw`(?:19|20)\d\d`;
const zone = String.raw`[ _]?(?<zone>UTC|GMT|Z|[A-Z]{1,2}[SD]T|[CE]ES?T|[EPCM]T|AES?T|SGT)(?![A-Za-z])`;
/** `14:30`, `14:30:05.250`, `9:30 AM PST`, `11:15_am_utc`, `3 PM`; not a port, a ratio, a part of an address or `T+00:05`. */
const clockTime = String.raw`(?<![\w:./+#]|T-)(?:(?<hour>\d{1,2}):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:[.,]\d{1,9})?)?(?:[ _]?(?<half>[ap])\.?m(?![A-Za-z])\.?)?|(?<wholeHour>\d{1,2})[ ]?(?<wholeHalf>[ap])m(?![A-Za-z]))(?!:?\d)(?:${zone})?`;
const isoDate = String.raw`(?<![\w./-])(?<isoYear>${year})-(?<isoMonth>0\d|1[0-2])-(?<isoDay>[0-3]\d)(?![\d-])(?:[T ](?<isoHour>[0-2]\d):(?<isoMinute>[0-5]\d)(?::(?<isoSecond>[0-5]\d)(?:[.,]\d{1,9})?)?(?<isoZone>Z|[+-]\d\d:?\d\d)?)?`;
const monthDay = String.raw`(?<![\w-])(?<month>${monthSource})\.?[ ](?<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w:%.])(?:,?[ ](?<dayYear>${year})(?!\w))?`;
const dayMonth = String.raw`(?<![\w.:-])(?<day2>[0-3]?\d)(?:st|nd|rd|th)?[ ](?<month2>${monthSource})\.?(?!\w)(?:,?[ ](?<dayYear2>${year})(?!\w))?`;
const monthYear = String.raw`(?<![\w-])(?<month3>${monthSource})\.?,?[ ](?<monthYear>${year})(?!\w)`;
const quarter = String.raw`(?<!\w)(?:Q(?<quarter>[1-4])[ ](?<quarterYear>${year})|(?<quarterYear2>${year})[ -]?Q(?<quarter2>[1-4]))(?!\w)`;
const bareYear = String.raw`(?<![\w.,:/$#]|(?<!(?:19|20)\d\d)-)(?<year>${year})(?![\w:%/$]|[.,-]\d\d?(?!\d))`;

const moments = new RegExp([isoDate, quarter, monthDay, dayMonth, monthYear, clockTime, bareYear].join('|'), 'gi');

/** The moments of one line, in order; a date and the time behind it are one. Linear in the text's length. */
export function findMoments(text: string): readonly Moment[] {
  const found: Moment[] = [];
  for (const match of matchesOf(moments, text)) {
    const moment = readMoment(match);
    if (moment === undefined) continue;
    const before = found.at(-1);
    const isTimeOfDate =
      before?.date !== undefined &&
      before.time === undefined &&
      moment.date === undefined &&
      before.date.to - before.date.from === secondsOfDay &&
      /^(?:,?[ ](?:at[ ])?|[T_])$/.test(text.slice(before.span.end, moment.span.start));
    if (isTimeOfDate) {
      found.pop();
      found.push({ ...moment, span: { start: before.span.start, end: moment.span.end }, date: before.date });
    } else found.push(moment);
  }
  return found;
}

type GroupName =
  | 'isoYear'
  | 'isoMonth'
  | 'isoDay'
  | 'isoHour'
  | 'isoMinute'
  | 'isoSecond'
  | 'isoZone'
  | 'hour'
  | 'minute'
  | 'second'
  | 'half'
  | 'wholeHour'
  | 'wholeHalf'
  | 'zone'
  | 'month'
  | 'day'
  | 'dayYear'
  | 'month2'
  | 'day2'
  | 'dayYear2'
  | 'month3'
  | 'monthYear'
  | 'quarter'
  | 'quarterYear'
  | 'quarter2'
  | 'quarterYear2'
  | 'year';
type Groups = Readonly<Partial<Record<GroupName, string>>>;

function readMoment(match: RegExpExecArray): Moment | undefined {
  const groups: Groups = match.groups ?? {};
  const span = { start: match.index, end: match.index + match[0].length };
  const { isoYear, isoMonth, isoDay, hour, wholeHour } = groups;
  if (isoYear !== undefined) {
    const date = readDay(isoYear, Number(isoMonth), isoDay);
    const time = readTime(groups.isoHour, groups.isoMinute, groups.isoSecond, undefined);
    return date && { span, date, time, zone: groups.isoZone };
  }
  if (hour !== undefined || wholeHour !== undefined) {
    // One digit of an hour alone may be a ratio or a score: "3:45".
    if (hour?.length === 1 && groups.half === undefined && groups.zone === undefined) return undefined;
    const half = groups.half ?? groups.wholeHalf;
    const time = readTime(hour ?? wholeHour, groups.minute, groups.second, half?.toLowerCase());
    return time && { span, date: undefined, time, zone: groups.zone?.toUpperCase() };
  }
  const date = readDate(groups);
  return date && { span, date, time: undefined, zone: undefined };
}

function readDate(groups: Groups): Moment['date'] {
  const month = monthNumber(groups.month ?? groups.month2);
  if (month !== undefined) {
    return readDay(groups.dayYear ?? groups.dayYear2, month, groups.day ?? groups.day2);
  }
  const start = monthNumber(groups.month3);
  if (start !== undefined) return monthsOf(groups.monthYear, start, 1);
  const quarterYear = groups.quarterYear ?? groups.quarterYear2;
  if (quarterYear !== undefined) return monthsOf(quarterYear, 3 * Number(groups.quarter ?? groups.quarter2) - 2, 3);
  return monthsOf(groups.year, 1, 12);
}

const monthNumber = (name: string | undefined): number | undefined =>
  name === undefined ? undefined : monthNumbers.get(name.slice(0, 3).toLowerCase());

/** Seconds since 1970 at the start of a day; undefined for one that does not exist. */
function startOfDay(ofYear: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(ofYear, month - 1, day));
  return date.getUTCDate() === day ? date.getTime() / 1000 : undefined;
}

function readDay(ofYear: string | undefined, month: number, day: string | undefined): Moment['date'] {
  const from = startOfDay(Number(ofYear ?? someYear), month, Number(day));
  return from === undefined ? undefined : { from, to: from + secondsOfDay, hasYear: ofYear !== undefined };
}

function monthsOf(ofYear: string | undefined, month: number, count: number): Moment['date'] {
  const from = Date.UTC(Number(ofYear), month - 1) / 1000;
  return { from, to: Date.UTC(Number(ofYear), month - 1 + count) / 1000, hasYear: true };
}

function readTime(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  half: string | undefined,
): Bounds | undefined {
  if (hour === undefined) return undefined;
  const written = Number(hour);
  const isTwelve = half !== undefined;
  // `24:00` is the end of the day.
  if (written > 24 || (written === 24 && Number(minute ?? 0) > 0) || (isTwelve && (written === 0 || written > 12))) {
    return undefined;
  }
  const hours = isTwelve ? (written % 12) + (half === 'p' ? 12 : 0) : written;
  const from = hours * secondsOfHour + Number(minute ?? 0) * secondsOfMinute + Number(second ?? 0);
  const exactness = second === undefined ? (minute === undefined ? secondsOfHour : secondsOfMinute) : 1;
  return { from, to: from + exactness };
}

/** The least and the most seconds two moments can be apart; negative where the second comes first. */
export interface Elapsed {
  readonly least: number;
  readonly most: number;
}

/** How far `to` is behind `from`, both without a day taken on one day; undefined where they cannot be compared. */
export function elapsed(from: Moment, to: Moment): Elapsed | undefined {
  const shift = zoneShift(from.zone, to.zone);
  if (shift === undefined) return undefined;
  const times = from.time !== undefined && to.time !== undefined;
  if (from.date === undefined || to.date === undefined) {
    // "July 1 10:00 - 14:00" is one day; "10:00 - July 2 14:00" is not to be known.
    return times && (to.date === undefined || from.date !== undefined) ? between(from.time, to.time, shift) : undefined;
  }
  const years = alignYears(from.date, to.date);
  if (!times) return between(from.date, { from: to.date.from + years, to: to.date.to + years }, 0);
  return between(from.time, to.time, shift + to.date.from + years - from.date.from);
}

/** A first or last unit may count or not: "Monday to Friday" is five days, "14:30 to 15:00" thirty minutes. */
function between(from: Bounds, to: Bounds, shift: number): Elapsed {
  return { least: to.from - from.to + shift, most: to.to - from.from + shift };
}

/** What to add to the second date where one of them was written without a year. */
function alignYears(from: NonNullable<Moment['date']>, to: NonNullable<Moment['date']>): number {
  if (from.hasYear && to.hasYear) return 0;
  const shared = (dated: Bounds, other: Bounds): number => {
    const yearOf = (seconds: number): number => new Date(seconds * 1000).getUTCFullYear();
    return (Date.UTC(yearOf(dated.from)) - Date.UTC(yearOf(other.from))) / 1000;
  };
  const years = from.hasYear ? shared(from, to) : to.hasYear ? -shared(to, from) : 0;
  return to.from + years < from.from ? years + 365 * secondsOfDay : years;
}

/** Seconds to add to the distance because the zones differ; undefined where they cannot be compared. */
function zoneShift(from: string | undefined, to: string | undefined): number | undefined {
  // The zone behind the second time is the first one's too: "14:30 - 15:00 UTC".
  if (from === undefined || to === undefined || from === to) return 0;
  const [first, second] = [zoneMinutes(from), zoneMinutes(to)];
  return first === undefined || second === undefined ? undefined : (first - second) * secondsOfMinute;
}

function zoneMinutes(written: string): number | undefined {
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(written);
  if (offset === null) return zoneOffsets.get(written);
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return offset[1] === '-' ? -minutes : minutes;
}

export interface TimeRange {
  readonly span: Span;
  readonly from: Moment;
  readonly to: Moment;
  readonly elapsed: Elapsed;
}

const rangeSign = /^[ ]?(?:-|–|—|→|to|until|till|through)[ ]?$/i;

/** "14:30 - 15:00 UTC", "22:00 to 02:00", "March 3 – July 9, 2021", "2014-2021". A clock that goes back has passed midnight. */
export function findRanges(text: string): readonly TimeRange[] {
  const found: TimeRange[] = [];
  const all = findMoments(text);
  for (const [index, to] of all.entries()) {
    const from = all[index - 1];
    if (from === undefined || found.at(-1)?.to === from) continue;
    if (!rangeSign.test(text.slice(from.span.end, to.span.start))) continue;
    const distance = elapsed(from, to);
    if (distance === undefined) continue;
    const span = { start: from.span.start, end: to.span.end };
    found.push({ span, from, to, elapsed: isClock(from) && isClock(to) ? pastMidnight(distance) : distance });
  }
  return found;
}

const isClock = ({ date, time }: Moment): boolean => date === undefined && time !== undefined;

/** Of two clock times the second is the later one, on the next day where need be. */
export function pastMidnight({ least, most }: Elapsed): Elapsed {
  return most <= 0 ? { least: least + secondsOfDay, most: most + secondsOfDay } : { least, most };
}
