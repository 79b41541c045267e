/** The one ordered list of the kinds of source: the help, the documentation and the editor's list are made from it. */
import { bpmn } from './bpmn.ts';
import { costs } from './costs.ts';
import { deployment } from './deployment.ts';
import { openapi } from './openapi.ts';
import { plan } from './plan.ts';
import { postmortem } from './postmortem.ts';
import { proseMetrics } from './proseMetrics.ts';
import { sql } from './sql.ts';
import { textArt } from './textArt.ts';
import { traces } from './traces.ts';
import type { Source } from './source.ts';

export const sources: readonly Source[] = [
  postmortem,
  costs,
  traces,
  deployment,
  bpmn,
  sql,
  openapi,
  plan,
  textArt,
  proseMetrics,
];
