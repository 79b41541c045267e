/** What reports call goals, their figures and their states. */
import type { GoalMeasure } from '../goals/goal.ts';
import type { GoalResult, GoalState } from './goals.ts';

export const measureWords: Readonly<Record<GoalMeasure, string>> = {
  pages: 'pages',
  diagrams: 'diagrams',
  tables: 'tables',
  incidents: 'incidents',
  costPages: 'cost pages',
  caseStudies: 'complete case studies',
  score: 'score (%)',
  visualShare: 'shown, not told (%)',
  threeAmShare: 'pass the 3 AM test (%)',
  costShare: 'pages with costs (%)',
};

export const stateWords: Readonly<Record<GoalState, string>> = {
  reached: 'reached',
  open: 'under way',
  late: 'late',
  upcoming: 'not begun',
};

/** `Week 3`, `Sprint, week 3`, or what it is called. */
export function nameGoal({ name, period }: Pick<GoalResult, 'name' | 'period'>): string {
  if (period === null) return name ?? '';
  const now = `${period.every} ${period.number}`;
  return name === null ? now.charAt(0).toUpperCase() + now.slice(1) : `${name}, ${now}`;
}

/** In whole percent, rounded down: 100 means reached. */
export const reachedShare = (have: number | null, want: number): number =>
  want === 0 ? 0 : Math.min(100, Math.floor((100 * (have ?? 0)) / want));
