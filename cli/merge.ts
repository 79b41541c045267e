/** The command `merge`: makes one JSON report of those of the shards. */
import { resolve } from 'node:path';
import { mergeReports } from '../core/report/merge.ts';
import { failsAt } from '../core/report/summary.ts';
import type { MergeOptions } from './options.ts';
import { writeOut } from './output.ts';
import { readText } from './readText.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** Nothing is written when one of the reports cannot be read. */
export async function merge({ paths, output, failOn }: MergeOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { cwd, stderr } = surroundings;
  const reports: unknown[] = [];
  for (const path of paths) {
    const read = await readText(resolve(cwd, path));
    const parsed = 'problem' in read ? read : parseJson(read.text);
    if ('problem' in parsed) {
      stderr.write(`diagram-gates: ${path}: ${parsed.problem}\n`);
      return 2;
    }
    reports.push(parsed.value);
  }
  const done = mergeReports(reports);
  if ('wrong' in done) {
    stderr.write(`diagram-gates: ${paths[done.wrong]}: this is no JSON report of diagram-gates\n`);
    return 2;
  }
  const problem = await writeOut(`${JSON.stringify(done.merged, undefined, 2)}\n`, output, surroundings);
  if (problem !== undefined) {
    stderr.write(`diagram-gates: ${problem}\n`);
    return 2;
  }
  return failsAt(failOn, done.summary) ? 1 : 0;
}

function parseJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
