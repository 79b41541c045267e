import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldersAbove, isPath, isTouchedBy, joinPath, relativePath } from '../../../core/workspace/paths.ts';

describe('paths in a workspace', () => {
  it('are joined, and never lead out', () => {
    assert.equal(joinPath('docs', '../runbooks/./failover.md'), 'runbooks/failover.md');
    assert.equal(joinPath('docs/a', '../..'), '');
    assert.equal(joinPath('docs', '/services//'), 'docs/services');
    assert.equal(joinPath('docs', '../../etc/passwd'), undefined);
    assert.equal(joinPath('', '..'), undefined);
    for (const written of ['a\\..\\b', 'C:/b', 'a\0b']) assert.equal(joinPath('', written), undefined, written);
  });

  it('hold nothing that means another place to a file system', () => {
    const parts = fc.array(fc.constantFrom('..', '.', '', '/', 'a', '\\', 'c:', '%2e%2e', '\0'), { maxLength: 12 });
    fc.assert(
      fc.property(parts, parts, (folder, written) => {
        const path = joinPath(joinPath('', folder.join('/')) ?? '', written.join('/'));
        if (path === undefined) return;
        assert.ok(isPath(path), path);
        assert.ok(!path.startsWith('/') && !path.split('/').includes('..'), path);
      }),
    );
  });

  it('are written as seen from a folder', () => {
    assert.equal(relativePath('docs/a', 'docs/b/c.md'), '../b/c.md');
    assert.equal(relativePath('', 'docs/c.md'), 'docs/c.md');
    assert.equal(relativePath('docs/a', 'docs/a'), '../a');
    for (const [folder, path] of [
      ['a/b', 'a/b/c/d.md'],
      ['a/b', 'x.md'],
      ['', 'x.md'],
    ] as const) {
      assert.equal(joinPath(folder, relativePath(folder, path)), path);
    }
  });

  it('have folders above them', () => {
    assert.deepEqual(foldersAbove('a/b/c.md'), ['a/b', 'a', '']);
    assert.deepEqual(foldersAbove('c.md'), ['']);
  });

  it('are touched by what happens at them, in them and above them', () => {
    for (const changed of ['a/b', 'a/b/c.md', 'a']) assert.ok(isTouchedBy('a/b', changed), changed);
    for (const changed of ['a/bc', 'a/b/c/d.md', 'b']) assert.ok(!isTouchedBy('a/b', changed), changed);
    assert.ok(isTouchedBy('', 'c.md'));
  });
});
