import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../core/document/edits.ts';
import { diffLines, editsBetween, splitLines } from '../../../core/document/lineDiff.ts';
import type { LineChange } from '../../../core/document/lineDiff.ts';

/** Makes the new lines of the old ones, taking from `now` only what a change names. */
function replay(old: readonly string[], now: readonly string[], changes: readonly LineChange[]): readonly string[] {
  const result: string[] = [];
  let at = 0;
  for (const { oldStart, oldEnd, newStart, newEnd } of changes) {
    result.push(...old.slice(at, oldStart), ...now.slice(newStart, newEnd));
    at = oldEnd;
  }
  return [...result, ...old.slice(at)];
}

describe('splitting into lines', () => {
  it('keeps endings of both kinds and a last line without one', () => {
    assert.deepEqual(splitLines('a\r\n\nb'), ['a\r\n', '\n', 'b']);
    assert.deepEqual(splitLines('a\n'), ['a\n']);
    assert.deepEqual(splitLines(''), []);
  });
});

describe('the difference of two lists of lines', () => {
  it('is empty for equal ones', () => {
    assert.deepEqual(diffLines(['a', 'b'], ['a', 'b']), []);
  });

  it('names a changed, an added and a removed line', () => {
    const change = { oldStart: 1, oldEnd: 2, newStart: 1, newEnd: 2 };
    assert.deepEqual(diffLines(['a', 'b', 'c'], ['a', 'X', 'c']), [change]);
    assert.deepEqual(diffLines(['a', 'c'], ['a', 'b', 'c']), [{ ...change, oldEnd: 1 }]);
    assert.deepEqual(diffLines(['a', 'b', 'c'], ['a', 'c']), [{ ...change, newEnd: 1 }]);
  });

  it('keeps changes apart that have an equal line between them', () => {
    assert.deepEqual(diffLines(['a', 'b', 'c', 'd'], ['A', 'b', 'c', 'D', 'e']), [
      { oldStart: 0, oldEnd: 1, newStart: 0, newEnd: 1 },
      { oldStart: 3, oldEnd: 4, newStart: 3, newEnd: 5 },
    ]);
  });

  it('makes the new list of the old one, and never touches more lines than replacing what is between the equal ends', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    const property = fc.property(lines, lines, (old, now) => {
      const changes = diffLines(old, now);
      assert.deepEqual(replay(old, now, changes), now);
      for (const [index, change] of changes.entries()) {
        const next = changes[index + 1];
        if (next !== undefined) assert(change.oldEnd < next.oldStart && change.newEnd < next.newStart);
      }
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('gives one change for texts that differ beyond reason', () => {
    const old = Array.from({ length: 3000 }, (_, index) => `old ${index}`);
    const now = Array.from({ length: 3000 }, (_, index) => `new ${index}`);
    assert.deepEqual(diffLines(old, now), [{ oldStart: 0, oldEnd: 3000, newStart: 0, newEnd: 3000 }]);
  });
});

describe('the edits between two texts', () => {
  it('are as small as what changed in a line', () => {
    assert.deepEqual(editsBetween('a\n  x[y (z)] --> b\nc\n', 'a\n  x["y (z)"] --> b\nc\n'), [
      { span: { start: 6, end: 11 }, text: '"y (z)"' },
    ]);
    assert.deepEqual(editsBetween('a\nb\n', 'a\nb\nend\n'), [{ span: { start: 4, end: 4 }, text: 'end\n' }]);
    assert.deepEqual(editsBetween('same', 'same'), []);
  });

  it('part neither characters nor line endings', () => {
    assert.deepEqual(editsBetween('\u{1F600}', '\u{1F601}'), [{ span: { start: 0, end: 2 }, text: '\u{1F601}' }]);
    assert.deepEqual(editsBetween('a\r\n', 'a\n'), [{ span: { start: 1, end: 3 }, text: '\n' }]);
  });

  it('make the one of the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', '"', '\n', '\r\n', '\u{1F600}', '\u{1F601}'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    const property = fc.property(text, text, (before, after) => {
      assert.equal(applyEdits(before, editsBetween(before, after)), after);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
