/** The command `merge`: makes one JSON report of those of the shards. */
import { resolve } from 'node:path';
import { severities } from '../core/model.ts';
import { mergeReports } from '../core/report/merge.ts';
import type { MergeOptions } from './options.ts';
import { readText } from './readText.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { writeText } from './textFile.ts';

/** Nothing is written when one of the reports cannot be read. */
export async function merge({ paths, output, failOn }: MergeOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { cwd, stdout, stderr } = surroundings;
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
  const written = `${JSON.stringify(done.merged, undefined, 2)}\n`;
  const problem = output === undefined ? undefined : await writeText(resolve(cwd, output), written);
  if (problem !== undefined) {
    stderr.write(`diagram-gates: ${output}: ${problem}\n`);
    return 2;
  }
  if (output === undefined) stdout.write(written);
  const worst = severities.slice(0, severities.indexOf(failOn) + 1);
  return worst.some((severity) => done.summary[`${severity}s`] > 0) ? 1 : 0;
}

function parseJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
