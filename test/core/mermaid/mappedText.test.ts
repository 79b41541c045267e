import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../../core/model.ts';
import { editMapped, mapText, originOf, removeMatches, replacement } from '../../../core/mermaid/mappedText.ts';

/** Sorted edits that do not overlap, for a text of `length`. */
const edits = (length: number): fc.Arbitrary<TextEdit[]> =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(4), fc.stringMatching(/^[A-Z]{0,3}$/)), { maxLength: 6 }).map((drawn) =>
    drawn
      .sort(([a], [b]) => a - b)
      .reduce<TextEdit[]>((kept, [start, size, text]) => {
        const from = Math.max(start, kept.at(-1)?.span.end ?? 0);
        return [...kept, { span: { start: from, end: Math.min(length, from + size) }, text }];
      }, [])
      .filter(({ span }) => span.start <= span.end),
  );

const apply = (text: string, changes: readonly TextEdit[]): string =>
  changes
    .toReversed()
    .reduce((kept, { span, text: by }) => kept.slice(0, span.start) + by + kept.slice(span.end), text);

const textAndEdits = fc.string({ maxLength: 30 }).chain((text) => {
  const lower = text.toLowerCase();
  return edits(lower.length).chain((first) =>
    edits(apply(lower, first).length).map((second) => ({ text: lower, first, second })),
  );
});

describe('mapped text', () => {
  it('reads as if the edits had been made to plain text', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, first, second }) => {
        const mapped = editMapped(editMapped(mapText(text), first), second);
        assert.equal(mapped.text, apply(apply(text, first), second));
      }),
    );
  });

  it('leads each character that was kept back to itself', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, first, second }) => {
        const mapped = editMapped(editMapped(mapText(text), first), second);
        let last = 0;
        for (let at = 0; at < mapped.text.length; at++) {
          const origin = originOf(mapped, { start: at, end: at + 1 });
          assert.ok(origin.start >= last && origin.end <= text.length, 'origins go forward and stay inside');
          last = origin.start;
          const character = mapped.text[at] ?? '';
          if (!/[A-Z]/.test(character)) assert.equal(text.slice(origin.start, origin.end), character);
        }
      }),
    );
  });

  it('leads a replacement back to all of what it replaced', () => {
    const mapped = editMapped(mapText('one two three'), [replacement(4, 3, 'II')]);
    assert.equal(mapped.text, 'one II three');
    assert.deepEqual(originOf(mapped, { start: 4, end: 5 }), { start: 4, end: 7 });
    assert.deepEqual(originOf(mapped, { start: 5, end: 6 }), { start: 4, end: 7 });
    assert.deepEqual(originOf(mapped, { start: 3, end: 7 }), { start: 3, end: 8 });
  });

  it('leads a span across a gap back to the span with the gap', () => {
    const mapped = removeMatches(mapText('one two three'), /two /g);
    assert.equal(mapped.text, 'one three');
    assert.deepEqual(originOf(mapped, { start: 2, end: 6 }), { start: 2, end: 10 });
  });

  it('leads what comes after the end to the end', () => {
    const mapped = mapText('abc');
    assert.deepEqual(originOf(mapped, { start: 3, end: 4 }), { start: 3, end: 3 });
    assert.deepEqual(originOf(mapped, { start: 1, end: 9 }), { start: 1, end: 3 });
  });

  it('has a place even for an empty text', () => {
    assert.deepEqual(originOf(mapText(''), { start: 0, end: 1 }), { start: 0, end: 0 });
  });
});
