/** The command `check`: says what is found in the documents. */
import { summarize } from '../core/report/summary.ts';
import { count } from '../core/report/text.ts';
import type { ReportedDocument } from '../core/report/json.ts';
import { checkAll } from './checkAll.ts';
import { deliverReport } from './deliverReport.ts';
import type { CheckOptions } from './options.ts';
import { fails } from './run.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

export async function check(options: CheckOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { version, stderr } = surroundings;
  const { documents, problems, ms } = await checkAll(options, surroundings);
  const { warnings } = summarize(documents.map(({ checked }) => checked));
  const isOver = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  const said = [...problems];
  if (documents.length > 0 || problems.length === 0) {
    const shown = options.quiet ? documents.map(onlyErrors) : documents;
    const run = { documents: shown, ms, version, failOn: options.failOn };
    said.push(...(await deliverReport(run, options, surroundings)));
  }
  if (isOver) stderr.write(`diagram-gates: ${count(warnings, 'warning')}, more than ${options.maxWarnings}\n`);
  for (const problem of said) stderr.write(`diagram-gates: ${problem}\n`);
  if (said.length > 0) return 2;
  return isOver || fails(documents, options.failOn) ? 1 : 0;
}

const onlyErrors = ({ checked, ...document }: ReportedDocument): ReportedDocument => ({
  ...document,
  checked: { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') },
});
