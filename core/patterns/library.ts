/** The one ordered list of built-in patterns. */
import { costBreakdown } from './cost/breakdown.ts';
import { incidentTimeline } from './incident/timeline.ts';
import type { Pattern } from './pattern.ts';
import { systemArchitecture } from './system/architecture.ts';

export const patterns: readonly Pattern[] = [systemArchitecture, incidentTimeline, costBreakdown];
