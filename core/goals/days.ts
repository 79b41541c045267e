/** Days of the calendar as texts such as `2026-11-02`: reckoned without time zones. */

const msOfDay = 86_400_000;
const form = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days since 1970; undefined for what is no day of the calendar. */
export function dayNumber(day: string): number | undefined {
  const match = form.exec(day);
  if (match === null) return undefined;
  const [year, month, date] = match.slice(1).map(Number);
  const ms = Date.UTC(year ?? 0, (month ?? 1) - 1, date);
  return dayAt(ms / msOfDay) === day ? ms / msOfDay : undefined;
}

/** The day with that number. */
export const dayAt = (number: number): string => new Date(number * msOfDay).toISOString().slice(0, 10);

/** How many of the days from `from` to `to`, both included, are no Saturday or Sunday. */
export function workdaysBetween(from: number, to: number): number {
  if (to < from) return 0;
  const weeks = Math.floor((to - from + 1) / 7);
  let days = weeks * 5;
  for (let day = from + weeks * 7; day <= to; day += 1) if (isWorkday(day)) days += 1;
  return days;
}

/** Day 0 was a Thursday. */
const isWorkday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5;
