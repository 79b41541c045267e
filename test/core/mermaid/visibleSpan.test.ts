import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineAround, makeVisible } from '../../../core/mermaid/visibleSpan.ts';

const show = (text: string, start: number, end: number): string => {
  const span = makeVisible(text, { start, end });
  return text.slice(span.start, span.end);
};

describe('a span that can be seen', () => {
  it('has no white space at its ends', () => assert.equal(show('a  -->  b', 1, 8), '-->'));

  it('is the word before a line ending', () => assert.equal(show('a --> last\nb', 10, 11), 'last'));

  it('is the last word at the end', () => assert.equal(show('a --> last  \n', 13, 13), 'last'));

  it('is the first word where nothing stands before', () => assert.equal(show('\n\n  first b', 0, 1), 'first'));

  it('is the first line of a token of several lines', () => assert.equal(show('a "x  \n y" b', 2, 10), '"x'));

  it('covers something wherever there is something, within one line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab \n\r]{0,12}$/), fc.nat(14), fc.nat(4), (text, start, size) => {
        const span = makeVisible(text, { start, end: start + size });
        const shown = text.slice(span.start, span.end);
        assert.ok(span.end <= text.length);
        assert.equal(shown.trim() === '', text.trim() === '');
        assert.ok(!shown.includes('\n'));
      }),
    );
  });

  it('is the trimmed line around a place', () => {
    const text = 'one\n  two three  \nfour';
    assert.deepEqual(lineAround(text, 8), { start: 6, end: 15 });
    assert.deepEqual(lineAround(text, 4), { start: 6, end: 15 });
    assert.deepEqual(lineAround(text, 18), { start: 18, end: 22 });
  });
});
