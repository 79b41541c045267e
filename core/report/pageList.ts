/** The pages of a set as a list to look through: filtered, sorted, and a part of it at a time. */
import type { GateId } from '../model.ts';
import { remember } from '../memo.ts';
import { figuresOf } from './figures.ts';
import type { ReportedDocument } from './json.ts';

export const pageColumns = ['path', 'diagrams', 'score', 'errors', 'warnings'] as const;
export type PageColumn = (typeof pageColumns)[number];

/** What somebody wants to see of the list. */
export interface PageView {
  /** Part of a path, in any case; empty for all. */
  readonly text: string;
  /** Only pages that fail this gate. */
  readonly gate: GateId | undefined;
  readonly sort: PageColumn;
  readonly descending: boolean;
  /** The first row to see, from 0. */
  readonly first: number;
}

export interface PageRow {
  readonly path: string;
  readonly diagrams: number;
  readonly score: number | null;
  readonly failed: readonly GateId[];
  readonly errors: number;
  readonly warnings: number;
}

export interface PageList {
  readonly rows: readonly PageRow[];
  /** Where `rows` begin; less than asked for when the list has become shorter. */
  readonly first: number;
  /** How many pages pass the filter. */
  readonly total: number;
}

/** How many rows are seen at a time. */
export const rowsAtATime = 25;

/** The part of the list that `view` wants; configuration files are no pages. Among equals, the worst first, then by path. */
export function listPages(documents: readonly ReportedDocument[], view: PageView): PageList {
  const wanted = view.text.toLowerCase();
  const isWanted = ({ path, failed }: PageRow): boolean =>
    path.toLowerCase().includes(wanted) && (view.gate === undefined || failed.includes(view.gate));
  const rows = documents
    .filter(({ checked }) => checked.kind !== 'configuration')
    .map(rowOf)
    .filter(isWanted);
  const direction = view.descending ? -1 : 1;
  rows.sort((a, b) => direction * compare(a, b, view.sort) || byBadness(a, b) || (a.path < b.path ? -1 : 1));
  const last = Math.max(0, Math.ceil(rows.length / rowsAtATime) - 1) * rowsAtATime;
  const first = Math.min(view.first - (view.first % rowsAtATime), last);
  return { rows: rows.slice(first, first + rowsAtATime), first, total: rows.length };
}

const rowOf = remember(({ path, checked }: ReportedDocument): PageRow => {
  const { diagrams, score, errors, warnings } = figuresOf(checked);
  const failed = checked.gates.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  return { path, diagrams, score, failed, errors, warnings };
});

/** A page without a score is judged by nobody: it is as good as can be. */
function compare(a: PageRow, b: PageRow, column: PageColumn): number {
  const [left, right] = [a[column] ?? Infinity, b[column] ?? Infinity];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const byBadness = (a: PageRow, b: PageRow): number => (a.score ?? 101) - (b.score ?? 101) || b.errors - a.errors;
