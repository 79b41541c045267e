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

/** How pages look from the folder of the configuration file at `file`; both as they are shown, from the same place. */
export function pathBelow(file: string): PlacedPlan['pathFrom'] {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return (page) => (page.startsWith(folder) ? page.slice(folder.length) : undefined);
}

export interface SetPlan {
  /** In path order. */
  readonly plans: readonly PlacedPlan[];
  /** Such as `2026-11-20`. */
  readonly today: string;
}
