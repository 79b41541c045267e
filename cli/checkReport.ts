/** The report of `check`, where it is wanted: on standard output, in a file, and in the summary of a step of GitHub Actions. */
import { appendFile } from 'node:fs/promises';
import { createWriter } from '../core/report/formats.ts';
import type { ReportedDocument } from '../core/report/json.ts';
import { markdownWriter } from '../core/report/markdown.ts';
import type { Terminal } from '../core/report/terminal.ts';
import { terminalWriter } from '../core/report/terminal.ts';
import type { ReportWriter } from '../core/report/writer.ts';
import type { CheckOptions } from './options.ts';
import { outputTo } from './output.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import { describeIoProblem } from './readText.ts';
import { StreamedReport } from './streamedReport.ts';
import type { Surroundings } from './surroundings.ts';

/** The reports that the options and the environment ask for. */
export function checkReports(
  options: CheckOptions,
  surroundings: Surroundings,
  progress: Progress,
): readonly StreamedReport<ReportedDocument>[] {
  const { format, output } = options;
  const report = new StreamedReport(writerOf(options, surroundings), outputTo(output, surroundings, progress));
  const summary = surroundings.env['GITHUB_STEP_SUMMARY'] ?? '';
  return format === 'github' && summary !== ''
    ? [report, new StreamedReport(markdownWriter(), stepSummary(summary))]
    : [report];
}

function writerOf(
  { format, output, failOn }: CheckOptions,
  surroundings: Surroundings,
): ReportWriter<ReportedDocument> {
  const isPainted = format === 'text' && output === undefined && wantsColour(surroundings);
  return isPainted
    ? terminalWriter(terminalOf(surroundings))
    : createWriter(format, { version: surroundings.version, failOn });
}

/** Steps add to one file, each in one go; what is said there is little. */
function stepSummary(path: string): Output {
  const pieces: string[] = [];
  return {
    write: (text) => {
      pieces.push(text);
      return Promise.resolve();
    },
    finish: () =>
      appendFile(path, pieces.join('')).catch(
        (problem: unknown) => `the summary of the step: ${describeIoProblem(problem)}`,
      ) as Promise<string | undefined>,
    discard: () => Promise.resolve(),
  };
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
