/** Reads what the pages of a report were like at a few commits of the past. */
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { matchesGlobs } from '../core/configuration/glob.ts';
import { pointOf, readHistory } from '../core/history/readHistory.ts';
import type { HistoryPoint } from '../core/history/readHistory.ts';
import type { CountedPage } from '../core/report/figures.ts';
import { kindOf } from './findFiles.ts';
import { gitIn } from './git.ts';
import { describeProblem, startRun } from './run.ts';
import type { RunOptions } from './run.ts';
import type { Surroundings } from './surroundings.ts';

interface Past {
  readonly history?: readonly HistoryPoint[];
  /** Why there is none, for people. */
  readonly problem?: string;
}

/** At most `most` commits, and `documents` as they are now. */
export async function readPast(
  options: RunOptions,
  most: number,
  documents: readonly CountedPage[],
  surroundings: Surroundings,
): Promise<Past> {
  const { cwd, today } = surroundings;
  const run = await startRun({ ...options, paths: [] }, surroundings);
  const isNamed = await namesOf(options.paths, cwd);
  try {
    const past = await readHistory({
      git: gitIn(cwd),
      most,
      isPage: (path) => kindOf(path) !== undefined && isNamed(path),
      check: (path, text) => {
        const absolute = resolve(cwd, path);
        return run.check({ uri: absolute, path, absolute }, text).catch(() => undefined);
      },
      cache: new Map(),
      cancel: { cancelled: false },
      report: () => undefined,
    });
    const pages = documents.filter(({ checked }) => checked.kind !== 'configuration');
    const now = pointOf(
      pages.map(({ checked }) => checked),
      today,
    );
    return { history: [...past, now] };
  } catch (problem) {
    return { problem: `git cannot tell the history: ${describeProblem(problem)}` };
  } finally {
    await run.close();
  }
}

/** Whether one of the paths that were named means a file, by its path below the working directory. */
async function namesOf(paths: readonly string[], cwd: string): Promise<(path: string) => boolean> {
  const named = await Promise.all(
    paths.map(async (path) => {
      const local = relative(cwd, resolve(cwd, path)).replaceAll(sep, '/');
      const isThere = await stat(resolve(cwd, path)).then(
        () => true,
        () => false,
      );
      return { path, local, isThere };
    }),
  );
  return (page) =>
    !page.split('/').includes('node_modules') &&
    named.some(({ path, local, isThere }) =>
      isThere ? local === '' || page === local || page.startsWith(`${local}/`) : matchesGlobs([`./${path}`], page),
    );
}
