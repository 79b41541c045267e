/** Durations beside the two moments they lie between: "47 minutes (14:32 - 15:19)", or a Gantt task's own name. */
import { durationPattern, parseGanttDate } from '../../../mermaid/ganttDates.ts';
import { elapsed, findRanges, pastMidnight } from '../../../quantities/clock.ts';
import type { Elapsed, TimeRange } from '../../../quantities/clock.ts';
import { findQuantities, readQuantity } from '../../../quantities/find.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { secondsPer } from '../../../quantities/units.ts';
import type { DiagramFacts } from '../../rule.ts';
import { sayDuration } from './durationWords.ts';
import { placeQuantity, shift } from './passages.ts';
import type { Passage } from './passages.ts';
import type { Relation } from './relation.ts';
import { quote } from './report.ts';
import type { Span } from '../../../model.ts';

/** The durations of a line that stand beside a range of times and can only mean its length. */
export function elapsedTimesOfPassage(passage: Passage, source: string): readonly Relation[] {
  const { text, kind } = passage;
  const durations = passage.quantities.filter(isDuration);
  if (durations.length === 0) return [];
  let next = 0;
  return findRanges(text).flatMap((range) => {
    while ((durations[next]?.span.end ?? Infinity) <= range.span.start) next += 1;
    // Only what stands next to the range can be its length.
    const beside = [
      durations[next - 1],
      durations.slice(next, next + 2).find(({ span }) => span.start >= range.span.end),
    ]
      .filter((duration) => duration !== undefined)
      .filter((duration) => isLengthOf(text, duration, range, kind === 'heading'));
    const [claim] = beside;
    if (claim === undefined || beside.length > 1 || !isComparable(claim, range)) return [];
    const placed = placeQuantity(claim, passage);
    return [relateDuration(source, placed, range.elapsed, shift(range.span, passage.start))];
  });
}

export const isDuration = ({ unit, sign }: Quantity): boolean =>
  unit.dimension === 'duration' && unit.period === undefined && unit.per.length === 0 && sign === undefined;

const secondsPerDay = secondsPer.day;

/** Between days the hours are not told, and between years not the days. */
function isComparable({ unit }: Quantity, { from, to, elapsed: { least, most } }: TimeRange): boolean {
  if (from.date === undefined && to.date === undefined) return true;
  return unit.scale >= secondsPerDay || most - least < secondsPerDay;
}

/** As far as the words between a duration and a range may reach. */
const reach = 60;

const wordsBetween = (text: string, from: number, to: number): string =>
  text.slice(from, Math.min(to, from + reach + 1));

/** "(30 minutes)" behind a range, "(14:30 - 15:00)" behind a duration, in a heading also "The 30-Minute Fix (14:30 - 15:00)". */
function isLengthOf(text: string, { qualified, span }: Quantity, range: TimeRange, isHeading: boolean): boolean {
  if (range.span.end <= qualified.start) {
    const isAlone = /^\s*(?:[)\].;|"']|$|,?\s(?:total|outage|long|window|in total)\b)/.test(
      text.slice(span.end, span.end + reach),
    );
    return isAlone && /^[A-Z ]{0,5}[)\]]?\s*[:=,–—-]?\s*\(?(?:total|lasting|or|for|i\.e\.,?)?\s*$/.test(wordsBetween(text, range.span.end, qualified.start)); // prettier-ignore
  }
  const before = text.slice(Math.max(0, qualified.start - reach), qualified.start);
  if (/\b(?:every|each|per|within|after|than|last|past|first|at)\s*$/i.test(before)) return false;
  const gap = wordsBetween(text, span.end, range.span.start);
  if (/^,?\s*(?:[(:=–—-]|\(?from|\(?between)\s*$/i.test(gap)) return true;
  return isHeading && span.end > span.start && /^(?:[ ][A-Za-z-]+){1,3}[ ]\($/.test(gap);
}

/** Whether a stated duration is the time between two moments; `name` is what the message calls these. */
export function relateDuration(
  source: string,
  claim: Quantity,
  between: Elapsed,
  where: Span,
  name = source.slice(where.start, where.end).replaceAll(/\s+/g, ' '),
): Relation {
  if (isWithin(claim, between)) return { claim, parts: [], contradiction: undefined };
  const length = sayDuration(between);
  return {
    claim,
    parts: [],
    contradiction: {
      message: `${name} is ${length}, the page says ${quote(source, claim)}: correct whichever is wrong.`,
      span: claim.span,
      related: [{ span: where, message: length }],
    },
  };
}

/** As exactly as both are written; "about" reaches a tenth further. */
export function isWithin(claim: Quantity, { least, most }: Elapsed): boolean {
  const { value, high, precision, unit, approximate, atLeast, atMost } = claim;
  // A month is 28 to 31 days.
  const calendar = unit.scale > 7 * secondsPerDay ? 0.04 : 0;
  const slack = precision + high * ((approximate ? 0.1 : 0) + calendar);
  const isShort = (high + slack) * unit.scale < least && !atLeast;
  const isLong = (value - slack) * unit.scale > most && !atMost;
  return !isShort && !isLong;
}

/** A Gantt task whose name tells another length than its dates. */
export function elapsedTimesOfGantt({ symbols, text }: DiagramFacts): readonly Relation[] {
  if (symbols?.type !== 'gantt' || symbols.properties.some(({ name }) => name === 'excludes')) return [];
  const format = symbols.properties.find(({ name }) => name === 'dateFormat')?.value.trim() ?? 'YYYY-MM-DD';
  return symbols.rows.flatMap((row) => {
    const values = row.values.map(({ text: value }) => value);
    const from = values.length === 2 ? secondsOfDate(values[0] ?? '', format) : undefined;
    const length = lengthOfTask(from, values.at(-1) ?? '', format);
    const start = row.label?.span.start ?? 0;
    const [claim, other] = findQuantities(row.label?.text ?? '').filter(isDuration);
    if (length === undefined || row.label === undefined || claim === undefined || other !== undefined) return [];
    if (row.label.text.length !== row.label.span.end - start || !isNamed(row.label.text, claim)) return [];
    const placed = placeQuantity(claim, { start });
    const first = row.values[0]?.span ?? row.span;
    return [
      relateDuration(text, placed, length, { start: first.start, end: row.values.at(-1)?.span.end ?? first.end }),
    ];
  });
}

/** "Rollout (3 weeks)", "Rollout - 3 weeks", "3-week rollout"; not "Retention 30 days". */
function isNamed(label: string, { span }: Quantity): boolean {
  const isNote = /[(–—-]\s*$/.test(label.slice(0, span.start)) && /^\s*\)?\s*$/.test(label.slice(span.end));
  return isNote || (/^\s*$/.test(label.slice(0, span.start)) && label.slice(span.start, span.end).includes('-'));
}

/** How long a task takes that ends with `end`, a duration or a date; of a date only where `from`, in seconds, is known. */
export function lengthOfTask(from: number | undefined, end: string, format: string): Elapsed | undefined {
  if (durationPattern.test(end)) {
    // `M` and `ms` are Mermaid's own.
    const length = /M|ms/.test(end) ? undefined : readQuantity(end);
    const seconds = (length?.value ?? 0) * (length?.unit.scale ?? 0);
    return length === undefined ? undefined : { least: seconds, most: seconds };
  }
  const to = secondsOfDate(end, format);
  if (from === undefined || to === undefined || to < from) return undefined;
  // The last day may be meant to count.
  return { least: to - from, most: to - from + (/[Hm]/.test(format) ? 0 : secondsPerDay) };
}

/** A date of a Gantt diagram in seconds. */
export function secondsOfDate(text: string, format: string): number | undefined {
  const date = parseGanttDate(text, format);
  return typeof date === 'number' ? date / 1000 : undefined;
}

/** The two moments as a stretch of time; a clock that goes back has passed midnight. */
export function stretch(from: TimeRange['from'], to: TimeRange['to']): Elapsed | undefined {
  const distance = elapsed(from, to);
  return distance !== undefined && from.date === undefined && to.date === undefined ? pastMidnight(distance) : distance;
}
