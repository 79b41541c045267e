/** Finds the row of weeks, months or days above bars, and turns columns into time. */
import { matchesOf } from '../../matches.ts';
import { monthNumbers, monthSource } from '../../quantities/calendar.ts';
import type { RulerUnit } from './model.ts';

export interface Ruler {
  readonly unit: RulerUnit;
  /** The moment on the ruler's scale that a column stands for. */
  readonly at: (column: number) => number;
}

interface Tick {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const tick = /\b(week|wk|w|month|mo|day|quarter|q)[ .]?(\d{1,3})(?: ?[-–] ?(?:week |w)?(\d{1,3}))?(?!\w)/gi;
const units: Readonly<Record<string, RulerUnit>> = { w: 'week', m: 'month', d: 'day', q: 'quarter' };

/** Undefined for a line that is no ruler: with other words, with one label, or with labels that overlap. */
export function readRuler(line: string): Ruler | undefined {
  if (line.length > 2_000) return undefined;
  const counted = readCounted(line) ?? readMonths(line);
  if (counted !== undefined) return counted;
  const labels = matchesOf(tick, line);
  if (labels.length < 2 || /[\p{L}\p{N}]/u.test(line.replaceAll(tick, ''))) return undefined;
  const unit = units[labels[0]?.[1]?.charAt(0).toLowerCase() ?? ''];
  const isOne = labels.every(([, word]) => units[word?.charAt(0).toLowerCase() ?? ''] === unit);
  const ticks = labels.map(({ index, 2: from, 3: to }): Tick => ({ column: columnOf(line, index), from: Number(from), to: Number(to ?? from) })); // prettier-ignore
  if (unit === undefined || !isOne || !ticks.every(({ from }, index) => from > (ticks[index - 1]?.to ?? -1)))
    return undefined;
  return { unit, at: (column) => momentAt(ticks, column) };
}

/** `Week      1   2   3   4`: the unit once, then its numbers. */
function readCounted(line: string): Ruler | undefined {
  const found = /^\W*(week|wk|w|month|mo|day|quarter|q)s?\b[ :|│]*((?:[ |│]+\d{1,3}\b){2,})[ |│]*$/i.exec(line);
  const unit = units[found?.[1]?.charAt(0).toLowerCase() ?? ''];
  if (found === null || unit === undefined) return undefined;
  const before = line.length - line.trimEnd().length + (found[2]?.length ?? 0);
  const start = line.trimEnd().endsWith(found[2] ?? '') ? line.length - before : line.indexOf(found[2] ?? '');
  const ticks = matchesOf(/\d{1,3}/g, line.slice(start)).map(({ index, 0: number }): Tick => ({ column: columnOf(line, start + index), from: Number(number), to: Number(number) })); // prettier-ignore
  if (!ticks.every(({ from }, index) => from > (ticks[index - 1]?.to ?? -1))) return undefined;
  return { unit, at: (column) => momentAt(ticks, column) };
}

const monthName = new RegExp(`\\b(?:${monthSource})\\b`, 'gi');

/** `Jan  Feb  Mar`: one month after the other; past December the count goes on. */
function readMonths(line: string): Ruler | undefined {
  const labels = matchesOf(monthName, line);
  if (labels.length < 2 || /[\p{L}\p{N}]/u.test(line.replaceAll(monthName, ''))) return undefined;
  const numbers = labels.map(([name]) => monthNumbers.get(name.slice(0, 3).toLowerCase()) ?? 0);
  const [first = 0] = numbers;
  if (!numbers.every((number, place) => number === ((first - 1 + place) % 12) + 1)) return undefined;
  const ticks = labels.map(({ index }, place): Tick => ({ column: columnOf(line, index), from: first + place, to: first + place })); // prettier-ignore
  return { unit: 'month', at: (column) => momentAt(ticks, column) };
}

/** Columns are counted in letters, not in units of UTF-16. */
const columnOf = (line: string, index: number): number => Array.from(line.slice(0, index)).length;

/** Between two labels time runs evenly; past the last one as fast as before it. */
function momentAt(ticks: readonly Tick[], column: number): number {
  const next = ticks.findIndex((each) => each.column > column);
  const index = next === -1 ? ticks.length - 1 : Math.max(next, 1);
  const [from, to] = next === -1 ? [ticks[index - 1], ticks[index]] : [ticks[index - 1], ticks[index]];
  if (from === undefined || to === undefined) return 0;
  const speed = (to.from - from.from) / (to.column - from.column);
  return next === -1 ? to.from + (column - to.column) * speed : from.from + (column - from.column) * speed;
}
