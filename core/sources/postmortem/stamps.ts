/** Finds the moment a line of a log begins with, and the words behind it. */
import type { Moment } from '../../quantities/clock.ts';
import { findMoments, findRanges } from '../../quantities/clock.ts';
import type { Stamp } from './model.ts';

export interface StampedLine {
  readonly stamp: Stamp;
  readonly until: Stamp | undefined;
  /** What stands behind the moment. */
  readonly rest: string;
}

/** What may stand in front: marks of lists, quotes and emphasis, brackets, symbols. */
const lead = /^[\s>*_~`#[\](){}|•–—-]*(?:\p{Extended_Pictographic}\uFE0F?\s*)*[\s*_~`[(]*/u;
const behind = /^[\s*_~`\])}|]*(?:\([^()\n]{0,20}\)[\s*_~`]*)?(?:[:–—→|-]|=>|->)?[\s*_~`:]*/;
const dayWord = /^day[ -](\d{1,3})(?![\d.])/i;
const relative =
  /^T ?([+-]) ?(?:(\d{1,3}):([0-5]\d)(?::([0-5]\d))?|(?:(\d+(?:\.\d+)?) ?(s|sec|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?))(?: ?(\d+) ?(m|mins?|minutes?))?|(0))(?!\w|[:.]\d)/i;
const shortTime = /^(\d):([0-5]\d)(?![\d:.])/;

/** Undefined for a line that does not begin with a moment. */
export function readStampedLine(text: string): StampedLine | undefined {
  const start = lead.exec(text)?.[0].length ?? 0;
  const own = text.slice(start);
  const after = readRelative(own);
  if (after !== undefined) return after;
  const day = dayWord.exec(own);
  if (day !== null) return readDay(Number(day[1]), own.slice(day[0].length));
  // Without a blank in between, a moment ends a word of its own: `[14:22]`, `14:22:`.
  const [range] = findRanges(own.slice(0, 90));
  if (range?.span.start === 0 && range.from.time !== undefined && range.to.time !== undefined) {
    const zone = range.from.zone ?? range.to.zone;
    return {
      stamp: { ...stampOf(range.from), zone },
      until: { ...stampOf(range.to), zone: range.to.zone ?? zone },
      rest: restOf(own, range.span.end),
    };
  }
  const [moment, next] = findMoments(own.slice(0, 60));
  if (moment?.span.start !== 0) return readShort(own);
  // "2026-03-14 | 14:22": the day and the time in cells of their own.
  if (moment.date !== undefined && moment.time === undefined && next?.time !== undefined && next.date === undefined) {
    if (/^[\s,|T_-]*$/.test(own.slice(moment.span.end, next.span.start))) {
      return {
        stamp: { ...stampOf(next), date: moment.date.from, hasYear: moment.date.hasYear },
        until: undefined,
        rest: restOf(own, next.span.end),
      };
    }
  }
  // A month or a year is no moment of a log.
  if (moment.date !== undefined && moment.date.to - moment.date.from > secondsOfDay) return undefined;
  return { stamp: stampOf(moment), until: undefined, rest: restOf(own, moment.span.end) };
}

const secondsOfDay = 86_400;

export function stampOf({ date, time, zone }: Moment): Stamp {
  return {
    time: time?.from,
    date: date?.from,
    hasYear: date?.hasYear === true,
    day: undefined,
    zone,
    after: undefined,
    isExact: time !== undefined && time.to - time.from === 1,
  };
}

const noStamp: Stamp = { time: undefined, date: undefined, hasYear: false, day: undefined, zone: undefined, after: undefined, isExact: false }; // prettier-ignore

const restOf = (text: string, end: number): string => text.slice(end).replace(behind, '').trim();

/** `9:05` at the start of a line is a time, though elsewhere it may be a score. */
function readShort(text: string): StampedLine | undefined {
  const found = shortTime.exec(text);
  if (found === null) return undefined;
  const time = Number(found[1]) * 3600 + Number(found[2]) * 60;
  return { stamp: { ...noStamp, time }, until: undefined, rest: restOf(text, found[0].length) };
}

/** "Day 2, 09:15: …", "Day 2: …". */
function readDay(day: number, text: string): StampedLine {
  const skipped = /^[\s,:|–—-]*(?:at )?/.exec(text)?.[0].length ?? 0;
  const [moment] = findMoments(text.slice(skipped, skipped + 30));
  if (moment?.span.start !== 0 || moment.time === undefined) {
    return { stamp: { ...noStamp, day }, until: undefined, rest: restOf(text, 0) };
  }
  return { stamp: { ...stampOf(moment), day }, until: undefined, rest: restOf(text, skipped + moment.span.end) };
}

const secondsOf = (unit: string): number =>
  ({ s: 1, m: 60, h: 3600, d: secondsOfDay })[unit.charAt(0).toLowerCase()] ?? 0;

function readRelative(text: string): StampedLine | undefined {
  const found = relative.exec(text);
  if (found === null) return undefined;
  const [all, sign, hours, minutes, seconds, count, unit, more, moreUnit] = found;
  const long =
    hours !== undefined
      ? Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)
      : count === undefined
        ? 0
        : Number(count) * secondsOf(unit ?? '') + Number(more ?? 0) * secondsOf(moreUnit ?? '');
  const stamp = { ...noStamp, after: sign === '-' ? -long : long, isExact: long % 60 !== 0 };
  return { stamp, until: undefined, rest: restOf(text, all.length) };
}
