/** The command `report`: says where a set of pages stands. */
import { resolve } from 'node:path';
import { toSetReport } from '../core/report/set.ts';
import { writeSetReport } from '../core/report/setReport.ts';
import { findPlan } from './plan.ts';
import { checkAll } from './checkAll.ts';
import { readPast } from './history.ts';
import type { ReportOptions } from './options.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { writeText } from './textFile.ts';

export async function report(options: ReportOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { cwd, stdout, stderr } = surroundings;
  const { documents, problems } = await checkAll({ ...options, stdinFilename: '' }, surroundings);
  // Of some pages only, nobody can say how far the whole is.
  const plan = options.changed === undefined ? await findPlan(documents, options.config, surroundings) : undefined;
  const past = options.history === undefined ? {} : await readPast(options, options.history, documents, surroundings);
  const { problem: pastProblem, ...history } = past;
  const written = writeSetReport(options.format, { ...toSetReport(documents, plan), ...history });
  const said = [...problems, ...(pastProblem === undefined ? [] : [pastProblem])];
  if (options.output === undefined) stdout.write(written);
  else {
    const problem = await writeText(resolve(cwd, options.output), written);
    if (problem !== undefined) said.push(`${options.output}: ${problem}`);
  }
  for (const problem of said) stderr.write(`diagram-gates: ${problem}\n`);
  return said.length > 0 ? 2 : 0;
}
