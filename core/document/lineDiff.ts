/** The lines in which two versions of a text differ. */

import type { TextEdit } from '../model.ts';

/** Lines `oldStart` to `oldEnd` of the old text became lines `newStart` to `newEnd` of the new one; 0-based, ends exclusive. */
export interface LineChange {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Beyond so many differing lines the shortest list of changes is not worth its time: one change takes in all of them. */
const mostDifferences = 500;

/** The lines of `text` with their endings; none of an empty text. Joined they are the text again. */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The least changes of whole lines that make `after` of `before`, in order of place, none touching the next. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  while (oldEnd > start && newEnd > start && before[oldEnd - 1] === after[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  if (oldEnd === start && newEnd === start) return [];
  const whole = [{ oldStart: start, oldEnd, newStart: start, newEnd }];
  const changes = shortest(before.slice(start, oldEnd), after.slice(start, newEnd));
  return changes?.map((change) => shift(change, start)) ?? whole;
}

/**
 * Small edits that make `after` of `before`, in order of place: cursors and marks in lines that stay are not disturbed, nor
 * are those beside what changes in a line.
 */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  const old = splitLines(before);
  const now = splitLines(after);
  const starts = [0];
  for (const line of old) starts.push((starts.at(-1) ?? 0) + line.length);
  const startOf = (line: number): number => starts[line] ?? before.length;
  return diffLines(old, now).flatMap(({ oldStart, oldEnd, newStart, newEnd }) => {
    if (oldEnd - oldStart !== newEnd - newStart) {
      return trim(startOf(oldStart), old.slice(oldStart, oldEnd).join(''), now.slice(newStart, newEnd).join(''));
    }
    return old
      .slice(oldStart, oldEnd)
      .flatMap((line, index) => trim(startOf(oldStart + index), line, now[newStart + index] ?? ''));
  });
}

/** The edit that makes `now` of `old`, which begins at `start`, without what they have in common at both ends. */
function trim(start: number, old: string, now: string): readonly TextEdit[] {
  if (old === now) return [];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  if (isInsidePair(old, head) || isInsidePair(now, head)) head--;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  if (isInsidePair(old, old.length - tail) || isInsidePair(now, now.length - tail)) tail--;
  const span = { start: start + head, end: start + old.length - tail };
  return [{ span, text: now.slice(head, now.length - tail) }];
}

/** Whether `at` parts what belongs together: the halves of a character, or of a line ending. */
const isInsidePair = (text: string, at: number): boolean =>
  /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(at - 1, at + 1));

function shift({ oldStart, oldEnd, newStart, newEnd }: LineChange, by: number): LineChange {
  return { oldStart: oldStart + by, oldEnd: oldEnd + by, newStart: newStart + by, newEnd: newEnd + by };
}

/** Myers' greedy algorithm; undefined when the texts differ too much. */
function shortest(before: readonly string[], after: readonly string[]): readonly LineChange[] | undefined {
  // The furthest old line reached on each diagonal (old minus new), one map for each number of differences.
  const rounds: ReadonlyMap<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let differences = 0; differences <= mostDifferences; differences++) {
    rounds.push(reached);
    const next = new Map<number, number>();
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let old = step(reached, diagonal, differences).old;
      while (old < before.length && old - diagonal < after.length && before[old] === after[old - diagonal]) old++;
      next.set(diagonal, old);
      if (old >= before.length && old - diagonal >= after.length) {
        return walkBack(rounds, before.length, after.length);
      }
    }
    reached = next;
  }
  return undefined;
}

/** How the best path comes to `diagonal`: by taking a new line in (down) or by leaving an old one out (right). */
function step(
  reached: ReadonlyMap<number, number>,
  diagonal: number,
  differences: number,
): { readonly from: number; readonly old: number } {
  const left = reached.get(diagonal - 1) ?? -1;
  const above = reached.get(diagonal + 1) ?? -1;
  const isDown = diagonal === -differences || (diagonal !== differences && left < above);
  return isDown ? { from: diagonal + 1, old: above } : { from: diagonal - 1, old: left + 1 };
}

function walkBack(rounds: readonly ReadonlyMap<number, number>[], oldLength: number, newLength: number): LineChange[] {
  const changes: LineChange[] = [];
  let old = oldLength;
  let now = newLength;
  for (let differences = rounds.length - 1; differences > 0; differences--) {
    const reached = rounds[differences] ?? new Map<number, number>();
    const { from } = step(reached, old - now, differences);
    const oldStart = reached.get(from) ?? 0;
    const newStart = oldStart - from;
    const isDown = from > old - now;
    const oldEnd = isDown ? oldStart : oldStart + 1;
    const newEnd = isDown ? newStart + 1 : newStart;
    const [next] = changes;
    if (next?.oldStart === oldEnd && next.newStart === newEnd) {
      changes[0] = { oldStart, oldEnd: next.oldEnd, newStart, newEnd: next.newEnd };
    } else {
      changes.unshift({ oldStart, oldEnd, newStart, newEnd });
    }
    old = oldStart;
    now = newStart;
  }
  return changes;
}
