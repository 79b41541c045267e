/** How far a set of pages is: its goals, and what its phases and case studies lack. */
import { judgeCaseStudies, judgePart } from './completeness.ts';
import type { PlannedPage, SetPart } from './completeness.ts';
import { addUp, figuresOf } from './figures.ts';
import type { CountedPage } from './figures.ts';
import { counterOf, judgeGoal, measure } from './goals.ts';
import type { GoalResult } from './goals.ts';
import { foldersAbove } from '../workspace/paths.ts';
import type { SetPlan } from './plan.ts';

export interface Progress {
  /** How far the goals of the configuration files are reached, in the order in which they stand there. */
  readonly goals: readonly GoalResult[];
  /** How complete each phase (a goal for some of the pages) and each case study is. */
  readonly parts: readonly SetPart[];
}

/** The goals and parts of every configuration file, each with the pages below it. */
export function holdAgainst(pages: readonly CountedPage[], plan: SetPlan | undefined): Progress {
  const goals: GoalResult[] = [];
  const parts: SetPart[] = [];
  for (const { path: file, pathFrom, ...planned } of plan?.plans ?? []) {
    const below = pages.flatMap(({ path, checked }): readonly PlannedPage[] => {
      const local = pathFrom(path);
      return local === undefined ? [] : [{ path, local, checked }];
    });
    const studies = planned.caseStudies.flatMap((entry) => judgeCaseStudies(entry, below));
    for (const goal of planned.goals) {
      const counts = counterOf(goal);
      const counted = below.filter(({ local }) => counts(local));
      const complete = goal.wanted.caseStudies === undefined ? 0 : countComplete(studies, counted);
      const measured = measure(addUp(counted.map(({ checked }) => figuresOf(checked))), complete);
      const result = judgeGoal(goal, file, measured, plan?.today ?? '');
      goals.push(result);
      if (goal.files.length > 0 && goal.name !== undefined) parts.push(judgePhase(goal.name, result, counted));
    }
    parts.push(...studies);
  }
  return { goals, parts };
}

/** Of the case studies with a page among `counted`, how many are complete. */
function countComplete(studies: readonly SetPart[], counted: readonly PlannedPage[]): number {
  const places = new Set(counted.flatMap(({ path }) => [path, ...foldersAbove(path)]));
  return studies.filter(({ name, complete }) => complete && places.has(name)).length;
}

/** A goal for some of the pages is a phase of the work. */
function judgePhase(name: string, { measures }: GoalResult, pages: readonly PlannedPage[]): SetPart {
  const diagrams = measures.find(({ id }) => id === 'diagrams');
  const required =
    diagrams === undefined
      ? null
      : { found: Math.min(diagrams.have ?? 0, diagrams.want), wanted: diagrams.want, lacking: [] };
  const isReached = measures.every(({ reached }) => reached);
  return judgePart({ kind: 'phase', name, required, isReached }, pages);
}
