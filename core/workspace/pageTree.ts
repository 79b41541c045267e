/** The pages of a set by folder, the worst first: what a tree of them shows. */
import type { CheckedDocument, GateId } from '../model.ts';
import { folderOf } from './paths.ts';

/** A page that some gate applies to, or of which the baseline knows something. */
export interface PageState {
  readonly path: string;
  readonly checked: CheckedDocument;
  readonly failed: readonly GateId[];
  readonly passed: number;
  /** How many gates judged it. */
  readonly applicable: number;
  /** How many findings the baseline hides. */
  readonly known: number;
}

export interface FolderState {
  /** Empty for the top. */
  readonly path: string;
  /** The worst first. */
  readonly pages: readonly PageState[];
  /** How many of them fail a gate. */
  readonly failing: number;
}

export interface NamedPage {
  readonly path: string;
  readonly checked: CheckedDocument;
}

/** Where a page stands; undefined where no gate applies and no baseline excuses one. */
export function stateOf({ path, checked }: NamedPage): PageState | undefined {
  const judged = checked.gates.filter(({ verdict }) => verdict !== 'not-applicable');
  const known = checked.baseline?.hidden ?? 0;
  if (judged.length + known === 0 || checked.diagrams.length === 0) return undefined;
  const failed = judged.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  return { path, checked, failed, passed: judged.length - failed.length, applicable: judged.length, known };
}

/** Each folder with pages of its own; pages count in their own folder only. */
export function pageTree(pages: readonly NamedPage[]): readonly FolderState[] {
  const byFolder = new Map<string, PageState[]>();
  for (const page of pages) {
    const state = stateOf(page);
    if (state === undefined) continue;
    const folder = folderOf(page.path);
    const members = byFolder.get(folder) ?? [];
    byFolder.set(folder, members);
    members.push(state);
  }
  const folders = [...byFolder].map(([path, members]) => ({
    path,
    pages: members.toSorted(worstFirst),
    failing: members.filter(({ failed }) => failed.length > 0).length,
  }));
  return folders.toSorted((a, b) => {
    const [worstOfA, worstOfB] = [a.pages[0], b.pages[0]];
    return worstOfA === undefined || worstOfB === undefined ? 0 : worstFirst(worstOfA, worstOfB);
  });
}

/** By score, then by errors, then by path. */
function worstFirst(a: PageState, b: PageState): number {
  const errors = ({ checked }: PageState): number =>
    checked.findings.filter(({ severity }) => severity === 'error').length;
  return (a.checked.score ?? 100) - (b.checked.score ?? 100) || errors(b) - errors(a) || (a.path < b.path ? -1 : 1);
}
