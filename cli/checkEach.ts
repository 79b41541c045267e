/** Checks every document of a run, with the configuration files they lead to, and hands each over as soon as its turn has come. */
import { resolve } from 'node:path';
import type { ReportedDocument } from '../core/report/json.ts';
import { kindOf } from './findFiles.ts';
import { inOrder } from './inOrder.ts';
import type { Progress } from './progress.ts';
import { decode, readAll, readText } from './readText.ts';
import { byPath, describeProblem, paceOf, startRun, stdinUri } from './run.ts';
import type { FoundConfig, Run, RunOptions, Source } from './run.ts';
import type { Surroundings } from './surroundings.ts';

export interface Outcome {
  /** What could not be followed, read or checked, for people. */
  readonly problems: readonly string[];
  /** How long it took, in whole milliseconds. */
  readonly ms: number;
}

/** Calls `take` in path order, with configuration files that have findings among the documents; waits for what it returns. */
export async function checkEach(
  options: RunOptions & { readonly stdinFilename: string },
  surroundings: Surroundings,
  progress: Progress,
  take: (document: ReportedDocument) => void | Promise<void>,
): Promise<Outcome> {
  const { clock } = surroundings;
  const started = clock.now();
  const run = await startRun(options, surroundings);
  const input = standardInput(options, surroundings, run);
  const sources = typeof input === 'object' ? [...run.sources, input].sort(byPath) : run.sources;
  // Which configuration files there are is found out first, since they stand among the documents.
  const all: readonly (Source | FoundConfig)[] = [...sources, ...(await run.findConfigs(sources))].sort(byPath);
  const work = async (item: Source | FoundConfig): Promise<Result> => {
    if ('check' in item) return checkConfig(item);
    return checkOne(item, run, surroundings).finally(() => progress.step());
  };
  const unread: string[] = [];
  const notUnderstood: string[] = [];
  progress.begin(sources.length);
  try {
    for await (const { document, problem, isConfig } of inOrder(all, paceOf(options), work)) {
      if (problem !== undefined) (isConfig === true ? notUnderstood : unread).push(problem);
      if (document !== undefined) await take(document);
    }
  } finally {
    progress.clear();
    await run.close();
  }
  return {
    problems: [
      ...run.pathProblems,
      ...(typeof input === 'string' ? [input] : []),
      ...unread,
      ...run.configProblems,
      ...notUnderstood,
    ],
    ms: Math.round(clock.now() - started),
  };
}

interface Result {
  readonly document?: ReportedDocument | undefined;
  /** For people. */
  readonly problem?: string;
  readonly isConfig?: true;
}

async function checkOne(source: Source, run: Run, { stdin }: Surroundings): Promise<Result> {
  const { path, uri, absolute } = source;
  const read = uri === stdinUri ? decode(await readAll(stdin)) : await readText(absolute);
  if ('problem' in read) return { problem: `${path}: ${read.problem}` };
  try {
    return { document: { path, text: read.text, checked: await run.check(source, read.text, true) } };
  } catch (problem) {
    return { problem: `${path}: could not be checked: ${describeProblem(problem)}` };
  }
}

async function checkConfig({ path, check }: FoundConfig): Promise<Result> {
  const document = await check();
  if (document === undefined) return {};
  const problem = `${path}: not all of this configuration is understood; the report says where`;
  return { document, problem, isConfig: true };
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
