import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeBadGlob, matchesGlobs } from '../../../core/configuration/glob.ts';

const matching = (globs: readonly string[], ...paths: readonly string[]): readonly string[] =>
  paths.filter((path) => matchesGlobs(globs, path));

describe('the globs of overrides', () => {
  it('are relative to their file', () => {
    const paths = ['costs/a.md', 'costs/deep/b.md', 'docs/costs/c.md', 'costs.md'];
    assert.deepEqual(matching(['costs/**'], ...paths), ['costs/a.md', 'costs/deep/b.md']);
    assert.deepEqual(matching(['./costs/*'], ...paths), ['costs/a.md']);
    assert.deepEqual(matching(['**/costs/*.md'], ...paths), ['costs/a.md', 'docs/costs/c.md']);
    assert.deepEqual(matching(['costs/'], ...paths), ['costs/a.md', 'costs/deep/b.md']);
    assert.deepEqual(matching(['./'], ...paths), paths);
  });

  it('mean a name in any folder when they have no slash', () => {
    assert.deepEqual(matching(['*.mmd'], 'a.mmd', 'deep/down/b.mmd', 'c.md'), ['a.mmd', 'deep/down/b.mmd']);
    assert.deepEqual(matching(['README.md'], 'README.md', 'docs/README.md'), ['README.md', 'docs/README.md']);
  });

  it('know braces, classes, question marks and names that begin with a dot', () => {
    assert.deepEqual(matching(['{costs,plans}/202?-[ab].md'], 'costs/2024-a.md', 'plans/2025-c.md'), [
      'costs/2024-a.md',
    ]);
    assert.deepEqual(matching(['**/*.md'], '.github/a.md'), ['.github/a.md']);
  });

  it('leave out what a glob with `!` matches, wherever it stands', () => {
    assert.deepEqual(matching(['!docs/drafts/**', 'docs/**'], 'docs/a.md', 'docs/drafts/b.md'), ['docs/a.md']);
    assert.deepEqual(matching(['!docs/**'], 'other.md'), []);
  });

  it('take the signs of regular expressions for what they are', () => {
    assert.equal(matchesGlobs(['docs/a (1)+.md'], 'docs/a (1)+.md'), true);
    assert.equal(matchesGlobs(['docs/(*|*)+'], 'docs/(x|y)+'), true);
    assert.equal(matchesGlobs(['docs/(*|*)+'], 'docs/x'), false);
  });

  it('never throw and never take long, whatever is written', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '/',
      'a',
      '?',
      '[',
      ']',
      '{',
      '}',
      ',',
      '(',
      ')',
      '!',
      '+',
      '|',
      '$',
      '..',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const glob = pieces.join('');
        if (describeBadGlob(glob) === undefined) matchesGlobs([glob], `${'a'.repeat(30)}/aaa.md`);
      }),
      { numRuns: 2_000 },
    );
  });
});
