/** Holds what a set of pages has against the goals of its configuration files. */
import { matcherOf } from '../configuration/glob.ts';
import { dayAt, dayNumber, workdaysBetween } from '../goals/days.ts';
import { goalMeasures } from '../goals/goal.ts';
import type { Goal, GoalMeasure, GoalPace, Pace } from '../goals/goal.ts';
import type { SetFigures } from './figures.ts';

export type GoalState = 'reached' | 'open' | 'late' | 'upcoming';

export interface GoalResult {
  /** The configuration file that says it. */
  readonly file: string;
  readonly name: string | null;
  /** Of a goal for each day or week: which one it is today, counted from 1; 0 before the first. */
  readonly period: { readonly every: Pace; readonly number: number } | null;
  /** The day by which it is to be reached. */
  readonly due: string | null;
  readonly state: GoalState;
  readonly measures: readonly MeasureResult[];
}

export interface MeasureResult {
  readonly id: GoalMeasure;
  /** In percent for a share; null where there is nothing to measure. */
  readonly have: number | null;
  readonly want: number;
  readonly reached: boolean;
}

/** What is there of each measure. */
export type Measured = Readonly<Record<GoalMeasure, number | null>>;

/** Says whether a page, by its path as seen from the goal's file, counts for it. */
export const counterOf = ({ files }: Goal): ((path: string) => boolean) =>
  files.length === 0 ? () => true : matcherOf(files);

export function measure(figures: SetFigures, caseStudies: number): Measured {
  return {
    pages: figures.documents,
    diagrams: figures.diagrams - figures.broken,
    tables: figures.tables,
    incidents: figures.incidents,
    costPages: figures.costPages,
    caseStudies,
    score: figures.score,
    visualShare: percentOf(figures.visualRatio),
    threeAmShare: percentOf(figures.threeAmRatio),
    costShare: percentOf(figures.costRatio),
  };
}

/** Rounded down, so that nothing seems reached that is not. */
const percentOf = (ratio: number | null): number | null => (ratio === null ? null : Math.floor(ratio * 1000) / 10);

export function judgeGoal(goal: Goal, file: string, measured: Measured, today: string): GoalResult {
  const time = timeOf(goal, today);
  const measures = goalMeasures.flatMap((id): readonly MeasureResult[] => {
    const each = goal.wanted[id];
    if (each === undefined) return [];
    const want = each * (time.periods ?? 1);
    const have = measured[id];
    return [{ id, have, want, reached: have !== null && have >= want }];
  });
  const { name, pace } = goal;
  const period = pace === undefined ? null : { every: pace.every, number: time.periods ?? 0 };
  return {
    file,
    name: name ?? null,
    period,
    due: time.due ?? null,
    state: stateOf(goal, measured, measures, time, today),
    measures,
  };
}

interface GoalTime {
  /** Of a goal with a pace: how many days or weeks have begun. */
  readonly periods: number | undefined;
  readonly due: string | undefined;
}

function timeOf({ by, pace }: Goal, today: string): GoalTime {
  if (pace === undefined) return { periods: undefined, due: by };
  const from = numberOf(pace.from);
  const now = Math.min(numberOf(today), pace.until === undefined ? Infinity : numberOf(pace.until));
  if (now < from) return { periods: 0, due: undefined };
  switch (pace.every) {
    case 'day':
      return { periods: now - from + 1, due: dayAt(now) };
    case 'workday':
      return { periods: workdaysBetween(from, now), due: dayAt(now) };
    case 'week': {
      const weeks = Math.floor((now - from) / 7) + 1;
      const last = from + weeks * 7 - 1;
      return { periods: weeks, due: dayAt(pace.until === undefined ? last : Math.min(last, numberOf(pace.until))) };
    }
  }
}

const numberOf = (day: string): number => dayNumber(day) ?? 0;

function stateOf(
  { pace, wanted }: Goal,
  measured: Measured,
  measures: readonly MeasureResult[],
  { periods, due }: GoalTime,
  today: string,
): GoalState {
  if (periods === 0) return 'upcoming';
  if (measures.every(({ reached }) => reached)) return 'reached';
  if (due !== undefined && today > due) return 'late';
  // In the middle of a week, what the weeks before it wanted has to be there.
  const isBehind =
    pace !== undefined &&
    goalMeasures.some((id) => (measured[id] ?? 0) < (wanted[id] ?? 0) * (periodsBefore(pace, today, periods) ?? 0));
  return isBehind ? 'late' : 'open';
}

/** Of a goal with a pace: how many days or weeks are over. */
const periodsBefore = ({ every }: GoalPace, today: string, periods: number | undefined): number | undefined =>
  every === 'workday' && !isWorkday(today) ? periods : periods === undefined ? undefined : periods - 1;

const isWorkday = (day: string): boolean => workdaysBetween(numberOf(day), numberOf(day)) === 1;
