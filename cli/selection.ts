/** Which documents a run is about, and how many threads check them. */
import { availableParallelism } from 'node:os';
import type { RunOptions } from './run.ts';

/** More threads than these gain nothing: each loads Mermaid's parser for itself. */
const mostJobs = 16;
const usualMostJobs = 4;

/** The thread that reads and reports has next to nothing to do, so that each processor gets one that checks. */
const usualJobs = (): number => Math.min(usualMostJobs, availableParallelism());

/** What the options say; `base` alone asks for changed files, too. */
export function selected(values: {
  readonly changed: boolean;
  readonly base?: string | undefined;
  readonly jobs?: string | undefined;
}): Pick<RunOptions, 'changed' | 'jobs'> | { readonly problem: string } {
  const { base } = values;
  const jobs = values.jobs === undefined ? usualJobs() : Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > mostJobs)
    return { problem: `--jobs is a number from 1 to ${mostJobs}, not '${values.jobs}'` };
  return { jobs, ...(values.changed || base !== undefined ? { changed: { base } } : {}) };
}

/** `2/4`: the second of four parts; undefined where it is none. */
export function shardOf(text: string): { readonly index: number; readonly of: number } | undefined {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  return index === undefined || of === undefined || index < 1 || index > of ? undefined : { index, of };
}
