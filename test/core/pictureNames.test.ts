/** What exported files are called. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fileNamesOf } from '../../core/pictureNames.ts';

const names = (page: string, ...texts: readonly string[]): readonly string[] =>
  fileNamesOf(
    page,
    texts.map((text) => ({ text })),
  );

describe('names of exported files', () => {
  it('are the page’s own where it has one diagram without a title', () => {
    assert.deepEqual(names('Ferry Booking.md', 'flowchart LR\n  a --> b'), ['ferry-booking']);
  });

  it('come from titles, else from places', () => {
    const pie = 'pie title Monthly bill: 2026\n  "a" : 1';
    const named = 'flowchart LR\n  accTitle: Wer ruft wen, früh um 3?\n  a --> b';
    const gantt = 'gantt\n  title Recovery\n  a : 1d';
    assert.deepEqual(names('page.md', pie, 'flowchart LR', named, gantt), [
      'page-monthly-bill-2026',
      'page-2',
      'page-wer-ruft-wen-früh-um-3',
      'page-recovery',
    ]);
  });

  it('differ where titles do not', () => {
    const pie = 'pie title Bill\n  "a" : 1';
    assert.deepEqual(names('a.md', pie, pie), ['a-bill', 'a-bill-2']);
  });

  it('lead nowhere else, whatever a title says', () => {
    const [name] = names('..\\..\\x.md', 'gantt\n  title ../../etc/passwd<>:"|?*\u0000\n');
    assert.equal(name, 'x-etc-passwd');
    assert.deepEqual(names('.md', 'pie\n'), ['page']);
  });
});
