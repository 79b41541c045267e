/** What a task of ours is told in tasks.json, parsed from what VS Code hands over. Pure. */
import { severities } from '../../core/model.ts';
import type { Severity } from '../../core/model.ts';

export interface CheckTask {
  /** Files and folders, relative to the workspace folder of the task or absolute. */
  readonly paths: readonly string[];
  /** Findings this severe or worse make the task fail. */
  readonly failOn: Severity;
  /** With more warnings than these the task fails; undefined sets no limit. */
  readonly maxWarnings: number | undefined;
  /** Print errors only. */
  readonly quiet: boolean;
}

/** Values that mean nothing are as if they were not there. */
export function parseCheckTask(definition: object): CheckTask {
  const given: Readonly<Record<string, unknown>> = { ...definition };
  const { paths, maxWarnings } = given;
  const named = Array.isArray(paths) ? paths.filter((path): path is string => typeof path === 'string') : [];
  return {
    paths: named.length === 0 ? ['.'] : named,
    failOn: severities.find((severity) => severity === given['failOn']) ?? 'error',
    maxWarnings:
      typeof maxWarnings === 'number' && Number.isInteger(maxWarnings) && maxWarnings >= 0 ? maxWarnings : undefined,
    quiet: given['quiet'] === true,
  };
}
