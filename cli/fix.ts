/** The command `fix`: repairs diagrams that Mermaid refuses and writes the files, or shows what it would write. */
import { repairDocument } from '../core/repair.ts';
import type { RepairedDocument } from '../core/report/fixes.ts';
import { toJsonFixReport, toTextFixReport } from '../core/report/fixes.ts';
import { describeDocument } from '../core/report/text.ts';
import { unifiedDiff } from '../core/report/unifiedDiff.ts';
import { mapConcurrently } from './mapConcurrently.ts';
import type { FixOptions } from './options.ts';
import { Progress } from './progress.ts';
import { describeProblem, documentsInFlight, fails, startRun } from './run.ts';
import type { Run, Source } from './run.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { readTextFile, replaceText } from './textFile.ts';

export async function fix(options: FixOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { clock, stderr } = surroundings;
  const started = clock.now();
  const run = await startRun(options, surroundings);
  const progress = new Progress(surroundings, run.sources.length);
  const reported = await mapConcurrently(run.sources, documentsInFlight, async (source) => {
    try {
      return await repair(source, options, run);
    } catch (problem) {
      return `${source.path}: could not be checked: ${describeProblem(problem)}`;
    } finally {
      progress.step();
    }
  });
  progress.end();
  const configs = await run.checkConfigs();
  await run.close();

  const documents = reported.filter((each): each is RepairedDocument => typeof each !== 'string');
  const problems = [
    ...run.pathProblems,
    ...reported.filter((each) => typeof each === 'string'),
    ...run.configProblems,
    ...configs.flatMap(describeDocument),
  ];
  const ms = Math.round(clock.now() - started);
  if (documents.length > 0 || problems.length === 0) report(documents, options, ms, surroundings);
  for (const problem of problems) stderr.write(`diagram-gates: ${problem}\n`);
  if (problems.length > 0) return 2;
  return fails(
    documents.map((document) => document.repair),
    options.failOn,
  )
    ? 1
    : 0;
}

function report(
  documents: readonly RepairedDocument[],
  { format, dryRun }: FixOptions,
  ms: number,
  { stdout, stderr }: Surroundings,
): void {
  if (format === 'json') {
    stdout.write(`${JSON.stringify(toJsonFixReport(documents, { dryRun, ms }), undefined, 2)}\n`);
    return;
  }
  const text = toTextFixReport(documents, { dryRun, ms });
  // The diff alone goes to standard output, so that it can be handed to `git apply`.
  if (dryRun)
    for (const {
      path,
      text: before,
      repair: { text: after },
    } of documents)
      stdout.write(unifiedDiff(path, before, after));
  (dryRun ? stderr : stdout).write(text);
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
