/** The one ordered list of built-in patterns. */
import { beforeAfter } from './cost/beforeAfter.ts';
import { costBreakdown } from './cost/breakdown.ts';
import { capacityPlan } from './cost/capacity.ts';
import { costPerUser } from './cost/perUser.ts';
import { returnOnInvestment } from './cost/roi.ts';
import { blastRadius } from './incident/blastRadius.ts';
import { cascadingFailure } from './incident/cascadingFailure.ts';
import { postmortem } from './incident/postmortem.ts';
import { runbook } from './incident/runbook.ts';
import { incidentTimeline } from './incident/timeline.ts';
import type { Pattern } from './pattern.ts';
import { comparison } from './plan/comparison.ts';
import { dashboard } from './plan/dashboard.ts';
import { dependencyPlan } from './plan/dependencies.ts';
import { failureModes } from './plan/failureModes.ts';
import { migration } from './plan/migration.ts';
import { milestones } from './plan/milestones.ts';
import { workflow } from './plan/workflow.ts';
import { systemArchitecture } from './system/architecture.ts';
import { backpressure } from './system/backpressure.ts';
import { consistencyBoundary } from './system/consistencyBoundary.ts';
import { dataFlow } from './system/dataFlow.ts';
import { globalFlow } from './system/globalFlow.ts';
import { multiRegion } from './system/multiRegion.ts';
import { planeDetail } from './system/planeDetail.ts';
import { requestFlow } from './system/requestFlow.ts';
import { scaleEvolution } from './system/scaleEvolution.ts';
import { stateMachine } from './system/stateMachine.ts';

export const patterns: readonly Pattern[] = [
  systemArchitecture,
  globalFlow,
  planeDetail,
  multiRegion,
  scaleEvolution,
  dataFlow,
  requestFlow,
  stateMachine,
  consistencyBoundary,
  backpressure,
  incidentTimeline,
  cascadingFailure,
  blastRadius,
  runbook,
  postmortem,
  costBreakdown,
  costPerUser,
  beforeAfter,
  capacityPlan,
  returnOnInvestment,
  comparison,
  migration,
  failureModes,
  dependencyPlan,
  dashboard,
  milestones,
  workflow,
];
