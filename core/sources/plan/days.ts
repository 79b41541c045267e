/** Reads the days of a plan: `2026-03-02`, `2.3.2026`, and quarters, which begin and end on a day. */
import type { Duration } from './model.ts';

/** The first and last day it means, as `YYYY-MM-DD`; the same but for quarters. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** Undefined for anything that is no day of the calendar. What is written with slashes has two meanings, and is none. */
export function dayOf(written: string): Days | undefined {
  const text = written.trim();
  const quarter = /^(?:Q([1-4])[ /-]*(\d{4})|(\d{4})[ /-]*Q([1-4]))$/i.exec(text);
  if (quarter !== null) {
    const year = Number(quarter[2] ?? quarter[3]);
    const month = 3 * (Number(quarter[1] ?? quarter[4]) - 1);
    return { first: dateOf(year, month, 1), last: dateOf(year, month + 3, 0) };
  }
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso === null ? [dotted?.[3], dotted?.[2], dotted?.[1]] : iso.slice(1);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = dateOf(Number(year), Number(month) - 1, Number(day));
  return date === `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` ? { first: date, last: date } : undefined;
}

const dateOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** From the first day through the last, both counted. */
export function lengthOf(start: Days | undefined, end: Days | undefined): Duration | undefined {
  if (start === undefined) return undefined;
  const days = (Date.parse((end ?? start).last) - Date.parse(start.first)) / 86_400_000 + 1;
  // A day alone says when it begins, and not how long it takes.
  if (days < 1 || (end === undefined && start.first === start.last)) return undefined;
  return { count: days, written: String(days), unit: 'd' };
}
