/** What every report is made from. */
import type { ReportedDocument } from './json.ts';
import type { Severity } from '../model.ts';

export interface ReportedRun {
  /** In path order. */
  readonly documents: readonly ReportedDocument[];
  /** How long the run took, in milliseconds. */
  readonly ms: number;
  /** The version of Diagram Gates. */
  readonly version: string;
  /** The least severity that fails the run. */
  readonly failOn: Severity;
}
