import assert from 'node:assert/strict';
import { matchesOf } from '../../core/matches.ts';

describe('all matches of an expression', () => {
  it('are those of matchAll, empty ones and groups among them', () => {
    for (const pattern of [/o/g, /(?<digit>\d)|x*/g, /\b/g, /(?<=a)b/dg, /.$/gm]) {
      for (const text of ['', 'oxxo 12', 'ab\nab', 'one two']) {
        assert.deepEqual(matchesOf(pattern, text), [...text.matchAll(pattern)], `${pattern.source} in ${text}`);
      }
    }
  });

  it('do not depend on where the expression was left', () => {
    const pattern = /a/g;
    pattern.lastIndex = 2;
    assert.equal(matchesOf(pattern, 'aaa').length, 3);
    assert.deepEqual(
      matchesOf(pattern, 'aaa', 2).map(({ index }) => index),
      [2],
    );
    assert.equal(pattern.lastIndex, 0);
  });

  it('are refused of an expression that would find the first one for ever', () => {
    assert.throws(() => matchesOf(/a/, 'aa'), { message: 'a lacks the flag g' });
  });
});
