/** Writes how a text changed as a unified diff, which `patch` and `git apply` understand. */
import { diffLines, splitLines } from '../document/lineDiff.ts';
import type { LineChange } from '../document/lineDiff.ts';

/** Lines shown around each change. */
const context = 3;

/** The diff of the file at `path` (with `/`), ending with a newline; empty when nothing changed. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = splitLines(before);
  const now = splitLines(after);
  const hunks = groupNear(diffLines(old, now)).map((changes) => describeHunk(changes, old, now));
  return hunks.length === 0 ? '' : [`--- a/${path}\n`, `+++ b/${path}\n`, ...hunks].join('');
}

/** Changes whose contexts would meet share a hunk. */
function groupNear(changes: readonly LineChange[]): readonly (readonly [LineChange, ...LineChange[]])[] {
  const groups: [LineChange, ...LineChange[]][] = [];
  let last: LineChange | undefined;
  for (const change of changes) {
    if (last !== undefined && change.oldStart - last.oldEnd <= 2 * context) groups.at(-1)?.push(change);
    else groups.push([change]);
    last = change;
  }
  return groups;
}

function describeHunk(
  changes: readonly [LineChange, ...LineChange[]],
  old: readonly string[],
  now: readonly string[],
): string {
  const [first] = changes;
  const last = changes.at(-1) ?? first;
  const oldStart = Math.max(0, first.oldStart - context);
  const newStart = first.newStart - (first.oldStart - oldStart);
  const oldEnd = Math.min(old.length, last.oldEnd + context);
  const newEnd = last.newEnd + (oldEnd - last.oldEnd);
  const lines = [`@@ -${range(oldStart, oldEnd)} +${range(newStart, newEnd)} @@\n`];
  let at = oldStart;
  for (const change of changes) {
    lines.push(...mark(' ', old.slice(at, change.oldStart)));
    lines.push(...mark('-', old.slice(change.oldStart, change.oldEnd)));
    lines.push(...mark('+', now.slice(change.newStart, change.newEnd)));
    at = change.oldEnd;
  }
  return [...lines, ...mark(' ', old.slice(at, oldEnd))].join('');
}

const mark = (sign: string, lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);

/** `line,count`, the count left out when it is 1; a place between lines is named by the line before it. */
function range(start: number, end: number): string {
  const count = end - start;
  if (count === 1) return String(start + 1);
  return `${count === 0 ? start : start + 1},${count}`;
}
