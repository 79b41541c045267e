/** Where a whole set of pages stands: counts and verdicts over all of it and by folder, the worst pages first. */
import type { CheckedDocument, GateId, GateResult } from '../model.ts';
import type { ReportedDocument } from './json.ts';
import { summarize } from './summary.ts';
import { tallyGates, worstFirst } from './tally.ts';

export interface SetReport {
  readonly version: 1;
  readonly whole: SetCounts;
  /** Each folder with pages of its own, by path; `.` is the working directory. Pages count in their own folder only. */
  readonly folders: readonly (SetCounts & { readonly path: string })[];
  /** Pages that do not pass every gate, the worst first. */
  readonly worst: readonly WorstPage[];
}

export interface SetCounts {
  readonly documents: number;
  readonly diagrams: number;
  readonly broken: number;
  readonly errors: number;
  readonly warnings: number;
  /** The mean of the documents' scores, in whole percent; null when none has a score. */
  readonly score: number | null;
  /** What is shown over all that is shown or told, 0 to 1; null when nothing counts. */
  readonly visualRatio: number | null;
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
export function toSetReport(documents: readonly ReportedDocument[]): SetReport {
  const pages = documents.filter(({ checked }) => checked.kind !== 'configuration');
  const byFolder = new Map<string, ReportedDocument[]>();
  for (const page of pages) {
    const folder = folderOf(page.path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), page]);
  }
  return {
    version: 1,
    whole: countSet(pages),
    folders: [...byFolder].map(([path, members]) => ({ path, ...countSet(members) })),
    worst: worstFirst(pages)
      .flatMap(({ path, checked }) => describeWorst(path, checked))
      .slice(0, mostWorst),
  };
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');

function countSet(pages: readonly ReportedDocument[]): SetCounts {
  const checked = pages.map((page) => page.checked);
  const { documents, diagrams, broken, errors, warnings, score } = summarize(checked);
  return {
    documents,
    diagrams,
    broken,
    errors,
    warnings,
    score: score ?? null,
    visualRatio: visualRatioOf(checked),
    gates: tallyGates(pages).map(({ id, passed, failed, others }) => ({
      id,
      pass: passed,
      fail: failed,
      notApplicable: others,
    })),
  };
}

/** Of the pages that the gate of that name judges, all their lines together. */
function visualRatioOf(checked: readonly CheckedDocument[]): number | null {
  const results = checked.flatMap(({ gates }) => gates.filter(({ id }) => id === 'visual'));
  const sum = (key: string): number => results.reduce((total, result) => total + unitsOf(result, key), 0);
  const [visual, text] = [sum('visual'), sum('text')];
  return visual + text === 0 ? null : Math.round((10_000 * visual) / (visual + text)) / 10_000;
}

const unitsOf = ({ evidence }: GateResult, key: string): number => {
  const value = evidence[key];
  return typeof value === 'number' ? value : 0;
};

function describeWorst(path: string, { score, gates, findings }: CheckedDocument): readonly WorstPage[] {
  const failed = gates.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  if (score === undefined || failed.length === 0) return [];
  const many = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return [{ path, score, failed, errors: many('error'), warnings: many('warning') }];
}
