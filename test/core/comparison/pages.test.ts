/** The diagrams of a page are found again on another version of it. */
import assert from 'node:assert/strict';
import { pairPages } from '../../../core/comparison/pages.ts';

const flow = (...names: readonly string[]) => {
  const text = `flowchart LR\n  ${names.join(' --> ')}`;
  return { key: text, text, type: 'flowchart-v2' };
};
const pie = (value: number) => ({ key: `pie ${value}`, text: `pie\n  "A" : ${value}`, type: 'pie' });

const tell = (...pages: Parameters<typeof pairPages>): readonly string[] =>
  pairPages(...pages).map(({ before, after }) => `${before ?? '-'}${after ?? '-'}`);

describe('the diagrams of two versions of a page', () => {
  it('belong together where their text is the same, wherever they stand', () => {
    assert.deepEqual(tell([flow('a', 'b'), pie(1)], [pie(1), flow('a', 'b')]), ['10', '01']);
  });

  it('belong together where most parts are the same, though others came between', () => {
    const before = [flow('ship', 'pilot', 'berth'), flow('car', 'gate')];
    const after = [flow('new', 'other'), flow('car', 'gate', 'lot'), flow('ship', 'pilot', 'quay')];
    assert.deepEqual(tell(before, after), ['-0', '11', '02']);
  });

  it('come and go where they have nothing in common', () => {
    assert.deepEqual(tell([flow('a', 'b')], [flow('c', 'd'), flow('e', 'f')]), ['-0', '-1', '0-']);
    assert.deepEqual(tell([flow('a', 'b'), pie(1)], [pie(1)]), ['0-', '10']);
    assert.deepEqual(tell([], [pie(1)]), ['-0']);
    assert.deepEqual(tell([pie(1)], []), ['0-']);
  });

  it('were rewritten in place where as many of the same types are left', () => {
    assert.deepEqual(tell([flow('a', 'b'), pie(1)], [flow('c', 'd'), pie(2)]), ['00', '11']);
  });

  it('are told apart by place on a page of hundreds that was rewritten', () => {
    const many = (name: string) =>
      Array.from({ length: 300 }, (_, index) => flow(`${name}${index}`, `${name}x${index}`));
    const pairs = pairPages(many('a'), many('b'));
    assert.deepEqual(pairs.slice(0, 2), [
      { before: 0, after: 0 },
      { before: 1, after: 1 },
    ]);
    assert.equal(pairs.length, 300);
  });
});
