/** Reads the `goals` of a configuration file. */
import { dayNumber } from '../goals/days.ts';
import { goalMeasures, goalShares, paces } from '../goals/goal.ts';
import type { Goal, GoalMeasure, GoalPace } from '../goals/goal.ts';
import { findNearest } from '../nearest.ts';
import { describeBadGlob } from './glob.ts';
import { isRecord, listOf, wrongValue } from './values.ts';
import type { LayerProblem } from './values.ts';

const mostGoals = 200;
const longestName = 100;
/** More than anybody draws. */
const mostCount = 1_000_000;
const otherKeys = ['name', 'files', 'by', 'every', 'from', 'until'] as const;
const goalKeys = [...otherKeys, ...goalMeasures];

export interface ParsedGoals {
  readonly goals: readonly Goal[];
  readonly problems: readonly LayerProblem[];
}

/** Reads `raw`, which may be anything; a goal that is not understood is left out and reported. */
export function parseGoals(raw: unknown): ParsedGoals {
  if (raw === undefined) return { goals: [], problems: [] };
  if (!Array.isArray(raw) || raw.length > mostGoals) {
    const demand = `must be a list of at most ${mostGoals} objects, such as \`{ "name": "Week 1", "diagrams": 75 }\``;
    return { goals: [], problems: [wrongValue('goals', demand)] };
  }
  const goals: Goal[] = [];
  const problems: LayerProblem[] = [];
  raw.forEach((each: unknown, index) => {
    const found: LayerProblem[] = [];
    const goal = parseGoal(each, found);
    if (goal !== undefined && found.length === 0) goals.push(goal);
    problems.push(...found.map((problem) => ({ ...problem, path: ['goals', index, ...problem.path] })));
  });
  return { goals, problems };
}

function parseGoal(raw: unknown, problems: LayerProblem[]): Goal | undefined {
  if (!isRecord(raw)) {
    problems.push(about('A goal must be an object with a `name` and what is to be reached.'));
    return undefined;
  }
  const wanted: Partial<Record<GoalMeasure, number>> = {};
  for (const [key, value] of Object.entries(raw)) {
    const measure = goalMeasures.find((each) => each === key);
    if (measure !== undefined) {
      const problem = describeBadFigure(measure, value);
      if (problem === undefined) wanted[measure] = Number(value);
      else problems.push(wrongValue(key, problem));
    } else if (!otherKeys.some((each) => each === key)) {
      problems.push({ path: [key], at: 'key', message: describeUnknownKey(key) });
    }
  }
  const { name, files, by, every } = raw;
  if (name !== undefined && !isName(name)) {
    problems.push(wrongValue('name', `must be a text of 1 to ${longestName} characters`));
  }
  if (name === undefined && every === undefined) {
    problems.push(about('A goal needs a `name`, such as `"Week 1"`, or `every` with a day or week.'));
  }
  if (Object.keys(wanted).length === 0 && problems.length === 0) {
    problems.push(about(`A goal needs a figure to reach: ${listOf(goalMeasures)}.`));
  }
  checkDay('by', by, problems);
  if (by !== undefined && every !== undefined) {
    problems.push({ path: ['by'], at: 'key', message: 'A goal has either `by`, one day, or `every` with `from`.' });
  }
  const pace = parsePace(raw, problems);
  if (pace !== undefined) problems.push(...checkPaced(wanted));
  return {
    name: isName(name) ? name : undefined,
    files: parseGlobs(files, problems),
    by: typeof by === 'string' ? by : undefined,
    pace,
    wanted,
  };
}

function describeBadFigure(measure: GoalMeasure, value: unknown): string | undefined {
  if (isShare(measure)) {
    const isPercent = typeof value === 'number' && value > 0 && value <= 100;
    return isPercent ? undefined : 'must be a number of percent, more than 0 and at most 100';
  }
  const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostCount;
  return isCount ? undefined : `must be a whole number from 1 to ${mostCount}`;
}

function parsePace(raw: Readonly<Record<string, unknown>>, problems: LayerProblem[]): GoalPace | undefined {
  const { every, from, until } = raw;
  if (every === undefined) {
    const alone = ['from', 'until'].find((key) => raw[key] !== undefined);
    if (alone !== undefined) {
      problems.push({
        path: [alone],
        at: 'key',
        message: `\`${alone}\` goes with \`every\`; the last day of a goal is \`by\`.`,
      });
    }
    return undefined;
  }
  const pace = paces.find((each) => each === every);
  if (pace === undefined) problems.push(wrongValue('every', `must be ${listOf(paces)}`));
  if (from === undefined)
    problems.push(about('A goal with `every` needs `from`, its first day, such as `"2026-11-02"`.'));
  checkDay('from', from, problems);
  checkDay('until', until, problems);
  if (pace === undefined || typeof from !== 'string') return undefined;
  if (typeof until === 'string' && until < from) problems.push(wrongValue('until', 'must not be before `from`'));
  return { every: pace, from, until: typeof until === 'string' ? until : undefined };
}

/** Percents do not grow from week to week. */
const checkPaced = (wanted: Goal['wanted']): readonly LayerProblem[] =>
  goalShares
    .filter((share) => wanted[share] !== undefined)
    .map((share) => ({
      path: [share],
      at: 'key',
      message: `\`${share}\` is in percent and cannot be asked for every day or week: give it a goal of its own.`,
    }));

function checkDay(key: string, value: unknown, problems: LayerProblem[]): void {
  if (value === undefined || (typeof value === 'string' && dayNumber(value) !== undefined)) return;
  problems.push(wrongValue(key, 'must be a day of the calendar, such as `2026-11-20`'));
}

function parseGlobs(raw: unknown, problems: LayerProblem[]): readonly string[] {
  if (raw === undefined) return [];
  const globs: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const texts = globs.filter((glob) => typeof glob === 'string');
  if (texts.length < globs.length || globs.length === 0) {
    problems.push(wrongValue('files', 'must be a glob or a list of globs'));
    return [];
  }
  const problem = texts.map((glob) => describeBadGlob(glob)).find((each) => each !== undefined);
  if (problem !== undefined) problems.push(wrongValue('files', problem));
  return texts;
}

function describeUnknownKey(key: string): string {
  const nearest = findNearest(key, goalKeys);
  const hint = nearest === undefined ? `it can have ${listOf(goalKeys)}.` : `did you mean \`${nearest}\`?`;
  return `A goal has no \`${key}\`: ${hint}`;
}

const about = (message: string): LayerProblem => ({ path: [], at: 'value', message });
const isShare = (measure: GoalMeasure): boolean => goalShares.some((share) => share === measure);
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longestName;
