/** Where a whole set of pages stands: counts and verdicts over all of it and by folder, the worst pages first. */
import { groupBy } from '../groupBy.ts';
import type { HistoryPoint } from '../history/readHistory.ts';
import type { GateId } from '../model.ts';
import { addUp, figuresOf } from './figures.ts';
import type { CountedPage, SetFigures } from './figures.ts';
import type { SetPlan } from './plan.ts';
import { holdAgainst } from './progress.ts';
import type { Progress } from './progress.ts';
import { byBadness, GateSums } from './tally.ts';

export interface SetReport extends Progress {
  readonly version: 1;
  readonly whole: SetCounts;
  /** Each folder with pages of its own, by path; `.` is the working directory. Pages count in their own folder only. */
  readonly folders: readonly (SetCounts & { readonly path: string })[];
  /** Pages that do not pass every gate, the worst first. */
  readonly worst: readonly WorstPage[];
  /** What the set was like before, the oldest first, and now; absent unless it was asked for. */
  readonly history?: readonly HistoryPoint[];
}

export interface SetCounts extends SetFigures {
  readonly gates: readonly {
    readonly id: GateId;
    readonly pass: number;
    readonly fail: number;
    readonly notApplicable: number;
  }[];
}

export interface WorstPage {
  readonly path: string;
  readonly score: number;
  readonly failed: readonly GateId[];
  readonly errors: number;
  readonly warnings: number;
}

const mostWorst = 50;

/** The report on `documents`, which come in path order; configuration files among them do not count. */
export function toSetReport(documents: readonly CountedPage[], plan?: SetPlan): SetReport {
  const pages = documents.filter(({ checked }) => checked.kind !== 'configuration');
  return {
    version: 1,
    whole: countSet(pages),
    ...holdAgainst(pages, plan),
    folders: [...groupBy(pages, ({ path }) => folderOf(path))].map(([path, members]) => ({
      path,
      ...countSet(members),
    })),
    worst: pages.flatMap(describeWorst).sort(byBadness).slice(0, mostWorst),
  };
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');

function countSet(pages: readonly CountedPage[]): SetCounts {
  const gates = new GateSums();
  for (const { checked } of pages) gates.add(checked.gates);
  return {
    ...addUp(pages.map(({ checked }) => figuresOf(checked))),
    gates: gates.tallies.map(({ id, passed, failed, others }) => ({
      id,
      pass: passed,
      fail: failed,
      notApplicable: others,
    })),
  };
}

function describeWorst({ path, checked }: CountedPage): readonly WorstPage[] {
  const { score, gates } = checked;
  const failed = gates.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  if (score === undefined || failed.length === 0 || checked.findings.length === 0) return [];
  const { errors, warnings } = figuresOf(checked);
  return [{ path, score, failed, errors, warnings }];
}
