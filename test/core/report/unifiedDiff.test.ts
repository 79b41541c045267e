import assert from 'node:assert/strict';
import { unifiedDiff } from '../../../core/report/unifiedDiff.ts';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index + 1}`);
const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('a unified diff', () => {
  it('is empty when nothing changed', () => {
    assert.equal(unifiedDiff('a.md', 'same\n', 'same\n'), '');
  });

  it('shows three lines around a change', () => {
    const after = numbered(9).with(4, 'LINE 5');
    assert.equal(
      unifiedDiff('docs/a.md', text(numbered(9)), text(after)),
      [
        '--- a/docs/a.md',
        '+++ b/docs/a.md',
        '@@ -2,7 +2,7 @@',
        ' line 2',
        ' line 3',
        ' line 4',
        '-line 5',
        '+LINE 5',
        ' line 6',
        ' line 7',
        ' line 8',
        '',
      ].join('\n'),
    );
  });

  it('joins what is near and parts what is far, with the places of both texts', () => {
    const after = numbered(30).with(1, 'TWO').with(8, 'NINE\nand a half').with(25, 'TWENTY-SIX');
    const hunks = unifiedDiff('a.md', text(numbered(30)), text(after)).match(/^@@.*@@$/gm);
    assert.deepEqual(hunks, ['@@ -1,12 +1,13 @@', '@@ -23,7 +24,7 @@']);
  });

  it('says where the last line has no ending', () => {
    assert.equal(
      unifiedDiff('a.mmd', 'one\ntwo', 'one\ntwo\nend'),
      '--- a/a.mmd\n+++ b/a.mmd\n@@ -1,2 +1,3 @@\n one\n-two\n\\ No newline at end of file\n+two\n+end\n\\ No newline at end of file\n',
    );
  });

  it('counts from 0 where one side has no line', () => {
    assert.equal(unifiedDiff('a.md', '', 'one\n'), '--- a/a.md\n+++ b/a.md\n@@ -0,0 +1 @@\n+one\n');
  });
});
