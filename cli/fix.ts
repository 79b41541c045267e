/** The command `fix`: repairs diagrams that Mermaid refuses and writes the files, or shows what it would write. */
import { repairDocument } from '../core/repair.ts';
import type { RepairedDocument } from '../core/report/fixes.ts';
import { diffWriter, jsonFixWriter, textFixWriter } from '../core/report/fixes.ts';
import { failsAt, RunSums } from '../core/report/summary.ts';
import { describeDocument } from '../core/report/text.ts';
import { inOrder } from './inOrder.ts';
import type { FixOptions } from './options.ts';
import { outputTo, standardError } from './output.ts';
import { Progress } from './progress.ts';
import { describeProblem, paceOf, startRun } from './run.ts';
import type { Run, Source } from './run.ts';
import { StreamedReport } from './streamedReport.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { readTextFile, replaceText } from './textFile.ts';

export async function fix(options: FixOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { clock, stderr } = surroundings;
  const started = clock.now();
  const run = await startRun(options, surroundings);
  const progress = new Progress(surroundings);
  const reports = reportsOf(options, surroundings, progress);
  const left = new RunSums();
  const unrepaired: string[] = [];
  const work = async (source: Source): Promise<RepairedDocument | string> => {
    try {
      return await repair(source, options, run);
    } catch (problem) {
      return `${source.path}: could not be checked: ${describeProblem(problem)}`;
    } finally {
      progress.step();
    }
  };
  const configProblems: string[] = [];
  progress.begin(run.sources.length);
  try {
    for await (const done of inOrder(run.sources, paceOf(options), work)) {
      if (typeof done === 'string') {
        unrepaired.push(done);
        continue;
      }
      left.add(done.repair.checked);
      for (const report of reports) await report.add(done);
    }
    for (const config of await run.findConfigs(run.sources)) {
      const found = await config.check();
      if (found !== undefined) configProblems.push(...describeDocument(found));
    }
  } finally {
    progress.clear();
    await run.close();
  }

  const problems = [...run.pathProblems, ...unrepaired, ...run.configProblems, ...configProblems];
  const ms = Math.round(clock.now() - started);
  if (left.summary.documents > 0 || problems.length === 0) for (const report of reports) await report.end(ms);
  for (const problem of problems) stderr.write(`diagram-gates: ${problem}\n`);
  if (problems.length > 0) return 2;
  return failsAt(options.failOn, left.summary) ? 1 : 0;
}

function reportsOf(
  { format, dryRun }: FixOptions,
  surroundings: Surroundings,
  progress: Progress,
): readonly StreamedReport<RepairedDocument>[] {
  const output = outputTo(undefined, surroundings, progress);
  if (format === 'json') return [new StreamedReport(jsonFixWriter({ dryRun }), output)];
  const text = textFixWriter({ dryRun });
  // The diff alone goes to standard output, so that it can be handed to `git apply`.
  return dryRun
    ? [new StreamedReport(diffWriter(), output), new StreamedReport(text, standardError(surroundings, progress))]
    : [new StreamedReport(text, output)];
}

/** Repairs one document; a text says why that was not done. */
async function repair(source: Source, { dryRun, rules }: FixOptions, run: Run): Promise<RepairedDocument | string> {
  const file = await readTextFile(source.absolute);
  if ('problem' in file) return `${source.path}: ${file.problem}`;
  const done = await repairDocument({
    text: file.text,
    check: (text) => run.check(source, text),
    wants: ({ rule }) => rules === undefined || rules.includes(rule),
  });
  if (done === undefined) return `${source.path}: could not be checked`;
  if (!dryRun && done.text !== file.text) {
    const problem = await replaceText(file, done.text);
    if (problem !== undefined) return `${source.path}: ${problem}`;
  }
  return { path: source.path, text: file.text, repair: done };
}
