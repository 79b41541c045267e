/** What exported files are called. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fileNamesOf } from '../../core/pictureNames.ts';

const names = (page: string, ...titles: readonly (string | undefined)[]): readonly string[] =>
  fileNamesOf(
    page,
    titles.map((title) => (title === undefined ? {} : { title })),
  );

describe('names of exported files', () => {
  it('are the page’s own where it has one diagram without a title', () => {
    assert.deepEqual(names('Ferry Booking.md', undefined), ['ferry-booking']);
    assert.deepEqual(names('Ferry Booking.md', 'Ferry booking'), ['ferry-booking'], 'which says no more');
  });

  it('come from titles, else from places', () => {
    const titles = ['Monthly bill: 2026', undefined, 'Wer ruft wen, früh um 3?', 'Recovery', 'Page'];
    assert.deepEqual(names('page.md', ...titles), [
      'page-monthly-bill-2026',
      'page-2',
      'page-wer-ruft-wen-früh-um-3',
      'page-recovery',
      'page-5',
    ]);
  });

  it('differ where titles do not, also from titles with numbers', () => {
    assert.deepEqual(names('a.md', 'Bill', 'Bill'), ['a-bill', 'a-bill-2']);
    assert.deepEqual(names('a.md', 'Bill 3', 'Bill', 'Bill'), ['a-bill-3', 'a-bill', 'a-bill-4']);
    assert.deepEqual(names('a.md', '2', undefined), ['a-2', 'a-2-2']);
  });

  it('lead nowhere else, whatever a title says', () => {
    const [name] = names('..\\..\\x.md', '../../etc/passwd<>:"|?*\u0000');
    assert.equal(name, 'x-etc-passwd');
    assert.deepEqual(names('.md', '...'), ['page']);
  });
});
