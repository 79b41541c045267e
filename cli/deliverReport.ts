/** Writes a report where it is wanted: to standard output, to a file, and to the summary of a step of GitHub Actions. */
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeReport } from '../core/report/formats.ts';
import { toMarkdownReport } from '../core/report/markdown.ts';
import type { ReportedRun } from '../core/report/run.ts';
import type { Terminal } from '../core/report/terminal.ts';
import { toTerminalReport } from '../core/report/terminal.ts';
import type { CheckOptions } from './options.ts';
import { describeIoProblem } from './readText.ts';
import type { Surroundings } from './surroundings.ts';
import { writeText } from './textFile.ts';

/** Returns what could not be written, for people. */
export async function deliverReport(
  run: ReportedRun,
  { format, output }: Pick<CheckOptions, 'format' | 'output'>,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const isPainted = format === 'text' && output === undefined && wantsColour(surroundings);
  const report = isPainted ? toTerminalReport(run, terminalOf(surroundings)) : writeReport(format, run);
  if (output === undefined) surroundings.stdout.write(report);
  else {
    const problem = await writeText(resolve(surroundings.cwd, output), report);
    if (problem !== undefined) problems.push(`${output}: ${problem}`);
  }
  const summary = surroundings.env['GITHUB_STEP_SUMMARY'];
  if (format === 'github' && summary !== undefined && summary !== '') {
    try {
      await appendFile(summary, toMarkdownReport(run));
    } catch (problem) {
      problems.push(`the summary of the step: ${describeIoProblem(problem)}`);
    }
  }
  return problems;
}

/** Of a terminal that does not say how wide it is. */
const usualColumns = 80;

/** VS Code's own terminals may be those of a task, whose problem matcher reads lines. */
const terminalOf = ({ stdout, env }: Surroundings): Terminal => ({
  columns: stdout.columns ?? usualColumns,
  isWrapped: stdout.isTTY === true && env['TERM_PROGRAM'] !== 'vscode',
});

/** By https://no-color.org and https://force-color.org: the variables count when they are not empty. */
function wantsColour({ env, stdout }: Surroundings): boolean {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  if (isSet('NO_COLOR')) return false;
  return isSet('FORCE_COLOR') || (stdout.isTTY === true && env['TERM'] !== 'dumb');
}
