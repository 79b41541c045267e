/** What a set of pages is held against: the goals and case studies of its configuration files, and the day. */
import type { CaseStudies, Goal } from '../goals/goal.ts';

/** A configuration file with goals or case studies. */
export interface PlacedPlan {
  /** As it is shown. */
  readonly path: string;
  readonly goals: readonly Goal[];
  readonly caseStudies: readonly CaseStudies[];
  /** A page's path as seen from the file's folder; undefined of a page that does not lie below it. */
  readonly pathFrom: (page: string) => string | undefined;
}

export interface SetPlan {
  /** In path order. */
  readonly plans: readonly PlacedPlan[];
  /** Such as `2026-11-20`. */
  readonly today: string;
}
