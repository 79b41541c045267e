/** The command `baseline`: writes down what is found now, so that from then on only what is new is reported. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { baselineFileName, writeBaseline } from '../core/baseline/file.ts';
import type { Baseline, KnownFinding } from '../core/baseline/model.ts';
import { markFindings, rulesAboutPages, without } from '../core/baseline/recognise.ts';
import { allRules } from '../core/gates/index.ts';
import { createRuleNames } from '../core/gates/names.ts';
import { count } from '../core/report/text.ts';
import { Baselines, pathBelow } from './baselines.ts';
import { inOrder } from './inOrder.ts';
import type { BaselineOptions } from './options.ts';
import { readText } from './readText.ts';
import { describeProblem, paceOf, startRun } from './run.ts';
import type { Run, Source } from './run.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';
import { writeText } from './textFile.ts';

/** A document whose findings go into the file at `file`. */
interface Entry {
  readonly file: string;
  readonly path: string;
  readonly findings: readonly KnownFinding[];
}

export async function baseline(options: BaselineOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { cwd, stdout, stderr } = surroundings;
  const run = await startRun({ ...options, failOn: 'error', useBaseline: options.prune }, surroundings);
  const baselines = new Baselines((path) => run.shorten(path));
  const entries: Entry[] = [];
  const unrecorded: string[] = [];
  const notUnderstood: string[] = [];
  try {
    const work = (source: Source) => record(source, options, run, baselines, cwd);
    for await (const recorded of inOrder(run.sources, paceOf({}), work)) {
      if (typeof recorded === 'string') unrecorded.push(recorded);
      else if (recorded !== undefined) entries.push(recorded);
    }
    for (const { path, check } of await run.findConfigs(run.sources)) {
      if ((await check()) === undefined) continue;
      notUnderstood.push(`${path}: not all of this configuration is understood; \`check\` says where`);
    }
  } finally {
    await run.close();
  }

  const problems = [...run.pathProblems, ...unrecorded, ...run.configProblems, ...notUnderstood];
  for (const [file, documents] of groupByFile(entries)) {
    const done = await update(file, documents, baselines, run);
    if ('problem' in done) problems.push(`${run.shorten(file)}: ${done.problem}`);
    else stdout.write(`${done.words}\n`);
  }
  for (const problem of problems) stderr.write(`diagram-gates: ${problem}\n`);
  return problems.length > 0 ? 2 : 0;
}

/** What is to be remembered of a document; undefined where there is nothing to prune, a text says why it could not be found out. */
async function record(
  source: Source,
  { prune }: BaselineOptions,
  run: Run,
  baselines: Baselines,
  cwd: string,
): Promise<Entry | string | undefined> {
  const read = await readText(source.absolute);
  if ('problem' in read) return `${source.path}: ${read.problem}`;
  const found = await baselines.find(source.absolute);
  if (prune && found === undefined) return undefined;
  const file = found ?? join(cwd, baselineFileName);
  const path = pathBelow(file, source.absolute);
  if (path.startsWith('../')) return `${source.path}: a baseline of the working directory knows nothing above it`;
  try {
    const checked = await run.check(source, read.text, true);
    if (!prune) return { file, path, findings: markFindings(checked.findings, read.text, rulesAboutPages(allRules)) };
    const known = (await baselines.of(source.absolute)) ?? [];
    return { file, path, findings: without(known, checked.baseline?.gone ?? []) };
  } catch (problem) {
    return `${source.path}: could not be checked: ${describeProblem(problem)}`;
  }
}

function groupByFile(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.file);
    if (group === undefined) groups.set(entry.file, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** Writes the file anew: what was found in `entries`, and what it knew of other documents that are still there. */
async function update(
  file: string,
  entries: readonly Entry[],
  baselines: Baselines,
  run: Run,
): Promise<{ readonly words: string } | { readonly problem: string }> {
  const isThere = (await stat(file).catch(() => undefined)) !== undefined;
  const before = isThere ? await baselines.read(file) : new Map<string, readonly KnownFinding[]>();
  if (before === undefined) return { problem: 'it cannot be understood; delete it to have a new one' };
  const after = new Map(entries.map(({ path, findings }) => [path, findings]));
  for (const [path, findings] of before) {
    if (after.has(path)) continue;
    const document = await stat(resolve(dirname(file), path)).catch(() => undefined);
    if (document !== undefined) after.set(path, findings);
  }
  const words = `${run.shorten(file)}: ${describe(before, after)}`;
  if (!isThere && countAll(after) === 0) return { words: 'nothing is found, so no baseline is needed' };
  const problem = await writeText(file, writeBaseline(after, createRuleNames(allRules)));
  return problem === undefined ? { words } : { problem };
}

/** How a baseline is now, and how it differs from what it was. */
function describe(before: Baseline, after: Baseline): string {
  const documents = [...after.values()].filter((findings) => findings.length > 0).length;
  const total = `${count(countAll(after), 'finding')} in ${count(documents, 'document')}`;
  const added = countMissing(after, before);
  const gone = countMissing(before, after);
  return added + gone === 0 ? `${total}, as before` : `${total} (${added} new, ${gone} gone)`;
}

const countAll = (baseline: Baseline): number =>
  [...baseline.values()].reduce((sum, findings) => sum + findings.length, 0);

/** How many findings of `from` are not in `to`. */
const countMissing = (from: Baseline, to: Baseline): number =>
  [...from].reduce((sum, [path, findings]) => sum + without(findings, to.get(path) ?? []).length, 0);
