/** The command `check`: says what is found in the documents. */
import { resolve } from 'node:path';
import { summarize } from '../core/report/summary.ts';
import { count } from '../core/report/text.ts';
import type { ReportedDocument } from '../core/report/json.ts';
import { deliverReport } from './deliverReport.ts';
import { kindOf } from './findFiles.ts';
import { mapConcurrently } from './mapConcurrently.ts';
import type { CheckOptions } from './options.ts';
import { decode, readAll, readText } from './readText.ts';
import { byPath, describeProblem, documentsInFlight, fails, startRun } from './run.ts';
import type { Run, Source } from './run.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

export async function check(options: CheckOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { clock, stderr } = surroundings;
  const started = clock.now();
  const run = await startRun(options, surroundings);
  const input = standardInput(options, surroundings, run);
  const sources = typeof input === 'object' ? [...run.sources, input].sort(byPath) : run.sources;
  const reported = await mapConcurrently(sources, documentsInFlight, async (source) => {
    const read = source.uri === stdinUri ? decode(await readAll(surroundings.stdin)) : await readText(source.absolute);
    if ('problem' in read) return `${source.path}: ${read.problem}`;
    try {
      return { path: source.path, text: read.text, checked: await run.check(source, read.text) };
    } catch (problem) {
      return `${source.path}: could not be checked: ${describeProblem(problem)}`;
    }
  });
  const configs = await run.checkConfigs();
  run.close();

  const checked = reported.filter((each): each is ReportedDocument => typeof each !== 'string');
  const documents = [...checked, ...configs].sort(byPath);
  const problems = [
    ...run.pathProblems,
    ...(typeof input === 'string' ? [input] : []),
    ...reported.filter((each) => typeof each === 'string'),
    ...run.configProblems,
    ...configs.map(({ path }) => `${path}: not all of this configuration is understood; the report says where`),
  ];
  const ms = Math.round(clock.now() - started);
  const { warnings } = summarize(documents.map(({ checked }) => checked));
  const isOver = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  if (documents.length > 0 || problems.length === 0) {
    const shown = options.quiet ? documents.map(onlyErrors) : documents;
    const run = { documents: shown, ms, version: surroundings.version, failOn: options.failOn };
    problems.push(...(await deliverReport(run, options, surroundings)));
  }
  if (isOver) stderr.write(`diagram-gates: ${count(warnings, 'warning')}, more than ${options.maxWarnings}\n`);
  for (const problem of problems) stderr.write(`diagram-gates: ${problem}\n`);
  if (problems.length > 0) return 2;
  return isOver || fails(documents, options.failOn) ? 1 : 0;
}

const onlyErrors = ({ checked, ...document }: ReportedDocument): ReportedDocument => ({
  ...document,
  checked: { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') },
});

const stdinUri = 'stdin';

/** Standard input as a document, where it is asked for; a text says why its name is none. */
function standardInput(
  { paths, stdinFilename }: CheckOptions,
  { cwd }: Surroundings,
  run: Run,
): Source | string | undefined {
  if (!paths.includes('-')) return undefined;
  const absolute = resolve(cwd, stdinFilename);
  if (kindOf(absolute) === undefined) return `${stdinFilename}: this is no name of a Markdown or Mermaid file`;
  return { uri: stdinUri, path: run.shorten(absolute), absolute };
}
