/** The command `check`: says what is found in the documents. */
import { failsAt, RunSums } from '../core/report/summary.ts';
import { count } from '../core/report/text.ts';
import type { ReportedDocument } from '../core/report/json.ts';
import { checkEach } from './checkEach.ts';
import { checkReports } from './checkReport.ts';
import type { CheckOptions } from './options.ts';
import { Progress } from './progress.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

export async function check(options: CheckOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { stderr } = surroundings;
  const { quiet, maxWarnings, failOn } = options;
  const progress = new Progress(surroundings);
  const reports = checkReports(options, surroundings, progress);
  const sums = new RunSums();
  const said: string[] = [];
  try {
    const { problems, ms } = await checkEach(options, surroundings, progress, async (document) => {
      sums.add(document.checked);
      const shown = quiet ? onlyErrors(document) : document;
      for (const report of reports) await report.add(shown);
    });
    said.push(...problems);
    if (sums.summary.documents > 0 || problems.length === 0) {
      for (const report of reports) said.push(...asList(await report.end(ms)));
    }
  } finally {
    for (const report of reports) await report.discard();
  }
  const { warnings } = sums.summary;
  const isOver = maxWarnings !== undefined && warnings > maxWarnings;
  if (isOver) stderr.write(`diagram-gates: ${count(warnings, 'warning')}, more than ${maxWarnings}\n`);
  for (const problem of said) stderr.write(`diagram-gates: ${problem}\n`);
  if (said.length > 0) return 2;
  return isOver || failsAt(failOn, sums.summary) ? 1 : 0;
}

const asList = (problem: string | undefined): readonly string[] => (problem === undefined ? [] : [problem]);

const onlyErrors = ({ checked, ...document }: ReportedDocument): ReportedDocument => ({
  ...document,
  checked: { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') },
});
