/** Checks every document of a run, with the configuration files they lead to. */
import { resolve } from 'node:path';
import { forReport } from '../core/report/json.ts';
import type { ReportedDocument } from '../core/report/json.ts';
import { kindOf } from './findFiles.ts';
import { mapConcurrently } from './mapConcurrently.ts';
import { Progress } from './progress.ts';
import { decode, readAll, readText } from './readText.ts';
import { byPath, describeProblem, documentsInFlight, startRun, stdinUri } from './run.ts';
import type { Run, RunOptions, Source } from './run.ts';
import type { Surroundings } from './surroundings.ts';

export interface Checked {
  /** In path order, configuration files with findings among them. */
  readonly documents: readonly ReportedDocument[];
  /** What could not be followed, read or checked, for people. */
  readonly problems: readonly string[];
  /** How long it took, in whole milliseconds. */
  readonly ms: number;
}

export async function checkAll(
  options: RunOptions & { readonly stdinFilename: string },
  surroundings: Surroundings,
): Promise<Checked> {
  const { clock } = surroundings;
  const started = clock.now();
  const run = await startRun(options, surroundings);
  const input = standardInput(options, surroundings, run);
  const sources = typeof input === 'object' ? [...run.sources, input].sort(byPath) : run.sources;
  const progress = new Progress(surroundings, sources.length);
  const checkOne = async (source: Source): Promise<ReportedDocument | string> => {
    const read = source.uri === stdinUri ? decode(await readAll(surroundings.stdin)) : await readText(source.absolute);
    if ('problem' in read) return `${source.path}: ${read.problem}`;
    try {
      return { path: source.path, text: read.text, checked: forReport(await run.check(source, read.text)) };
    } catch (problem) {
      return `${source.path}: could not be checked: ${describeProblem(problem)}`;
    }
  };
  const reported = await mapConcurrently(sources, documentsInFlight * (options.jobs ?? 1), (source) =>
    checkOne(source).finally(() => progress.step()),
  );
  progress.end();
  const configs = await run.checkConfigs();
  await run.close();

  const checked = reported.filter((each): each is ReportedDocument => typeof each !== 'string');
  return {
    documents: [...checked, ...configs].sort(byPath),
    problems: [
      ...run.pathProblems,
      ...(typeof input === 'string' ? [input] : []),
      ...reported.filter((each) => typeof each === 'string'),
      ...run.configProblems,
      ...configs.map(({ path }) => `${path}: not all of this configuration is understood; the report says where`),
    ],
    ms: Math.round(clock.now() - started),
  };
}

/** Standard input as a document, where it is asked for; a text says why its name is none. */
function standardInput(
  { paths, stdinFilename }: RunOptions & { readonly stdinFilename: string },
  { cwd }: Surroundings,
  run: Run,
): Source | string | undefined {
  if (!paths.includes('-')) return undefined;
  const absolute = resolve(cwd, stdinFilename);
  if (kindOf(absolute) === undefined) return `${stdinFilename}: this is no name of a Markdown or Mermaid file`;
  return { uri: stdinUri, path: run.shorten(absolute), absolute };
}
