import assert from 'node:assert/strict';
import { findNearest } from '../../core/nearest.ts';

describe('the nearest word', () => {
  const rules = ['syntax', 'too-slow', 'too-large', 'text-heavy'];

  it('forgives one slip in three letters: missing, added, wrong, swapped, and any case', () => {
    assert.deepEqual(
      ['sntax', 'syntaxx', 'sintax', 'snytax', 'SYNTAX', 'tolarge', 'text_hevy'].map((word) =>
        findNearest(word, rules),
      ),
      ['syntax', 'syntax', 'syntax', 'syntax', 'syntax', 'too-large', 'text-heavy'],
    );
  });

  it('offers nothing for another word', () => {
    assert.deepEqual(
      ['', 'x', 'nonsense', 'tax', 'heavy'].map((word) => findNearest(word, rules)),
      [undefined, undefined, undefined, undefined, undefined],
    );
    assert.equal(findNearest('syntax', []), undefined);
  });

  it('takes the nearest, and of equally near ones the first', () => {
    assert.equal(findNearest('cat', ['cab', 'cart', 'cat']), 'cat');
    assert.equal(findNearest('cat', ['cab', 'car']), 'cab');
  });
});
