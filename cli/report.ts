/** The command `report`: says where a set of pages stands. */
import { countedOnly } from '../core/report/figures.ts';
import type { CountedPage } from '../core/report/figures.ts';
import { toSetReport } from '../core/report/set.ts';
import { writeSetReport } from '../core/report/setReport.ts';
import { findPlan } from './plan.ts';
import { checkEach } from './checkEach.ts';
import { readPast } from './history.ts';
import type { ReportOptions } from './options.ts';
import { writeOut } from './output.ts';
import { Progress } from './progress.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

export async function report(options: ReportOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { stderr } = surroundings;
  const pages: CountedPage[] = [];
  const progress = new Progress(surroundings);
  const { problems } = await checkEach(
    { ...options, stdinFilename: '' },
    surroundings,
    progress,
    ({ path, checked }) => {
      pages.push({ path, checked: countedOnly(checked) });
    },
  );
  // Of some pages only, nobody can say how far the whole is.
  const plan = options.changed === undefined ? await findPlan(pages, options.config, surroundings) : undefined;
  const past = options.history === undefined ? {} : await readPast(options, options.history, pages, surroundings);
  const { problem: pastProblem, ...history } = past;
  const written = writeSetReport(options.format, { ...toSetReport(pages, plan), ...history });
  const unwritten = await writeOut(written, options.output, surroundings);
  const said = [...problems, ...[pastProblem, unwritten].filter((problem) => problem !== undefined)];
  for (const problem of said) stderr.write(`diagram-gates: ${problem}\n`);
  return said.length > 0 ? 2 : 0;
}
