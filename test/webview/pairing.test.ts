/** Which figure of the page continues which, after an edit. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pairDiagrams } from '../../webview/shell/pairing.ts';

const pair = (before: string, after: string): readonly (number | undefined)[] =>
  pairDiagrams(Array.from(before), Array.from(after));

describe('pairing', () => {
  for (const [what, before, after, pairs] of [
    ['nothing', 'abc', 'abc', [0, 1, 2]],
    ['a text', 'abc', 'axc', [0, 1, 2]],
    ['two texts', 'abcd', 'xbyd', [0, 1, 2, 3]],
    ['an insertion', 'ac', 'abc', [0, undefined, 1]],
    ['an insertion beside an edit', 'ac', 'axyc', [0, undefined, undefined, 1]],
    ['a deletion', 'abc', 'ac', [0, 2]],
    ['a move', 'abcd', 'acbd', [0, 2, 1, 3]],
    ['equal texts', 'aaa', 'aa', [0, 1]],
    ['everything', '', 'ab', [undefined, undefined]],
  ] as const) {
    it(`keeps the others when the change is ${what}`, () => {
      assert.deepEqual(pair(before, after), pairs);
    });
  }

  it('never pairs a figure twice, and always pairs equal texts at the same place', () => {
    const page = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(page, page, (before, after) => {
        const pairs = pairDiagrams(before, after);
        const used = pairs.filter((index) => index !== undefined);
        assert.equal(pairs.length, after.length);
        assert.equal(new Set(used).size, used.length);
        for (const index of used) assert.ok(index >= 0 && index < before.length);
      }),
    );
  });
});
