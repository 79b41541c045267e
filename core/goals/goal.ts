/** What a project sets out to reach with its pages: goals with figures, and which pages are case studies. */

/** What is counted of pages. */
const goalCounts = ['pages', 'diagrams', 'tables', 'incidents', 'costPages', 'caseStudies'] as const;
/** What is measured in percent of pages, of lines, or of points. */
export const goalShares = ['score', 'visualShare', 'threeAmShare', 'costShare'] as const;
export const goalMeasures = [...goalCounts, ...goalShares] as const;
export type GoalMeasure = (typeof goalMeasures)[number];

export const paces = ['day', 'workday', 'week'] as const;
export type Pace = (typeof paces)[number];

/** A figure for each day or week: what is to be there by now grows with the calendar. */
export interface GoalPace {
  readonly every: Pace;
  /** The first day, such as `2026-11-02`. */
  readonly from: string;
  /** The last day; from then on nothing is added. */
  readonly until: string | undefined;
}

export interface Goal {
  /** Undefined only where there is a pace: then the day or week is its name. */
  readonly name: string | undefined;
  /** Globs of the pages it counts; all below the file when there is none. */
  readonly files: readonly string[];
  /** The day by which it is to be reached. */
  readonly by: string | undefined;
  readonly pace: GoalPace | undefined;
  /** What is wanted; at least one. */
  readonly wanted: Readonly<Partial<Record<GoalMeasure, number>>>;
}

/** Which pages are case studies, and what each must show. */
export interface CaseStudies {
  /** A glob that ends in `/` means folders, each with all pages below; any other means pages, each with those of its folder that it leads to. */
  readonly files: string;
  /** Words, each to stand in a heading above a diagram that renders; undefined means the set of twelve diagrams. */
  readonly requires: readonly string[] | undefined;
}
