import assert from 'node:assert/strict';
import { foldersUpward, relativePath, resolveInside } from '../../extension/upward.ts';

describe('the folders of a document’s configuration', () => {
  it('go from the document’s own up to the workspace folder', () => {
    assert.deepEqual(foldersUpward('/work/docs/deep/page.md', '/work'), ['/work/docs/deep', '/work/docs', '/work']);
  });

  it('are the workspace folder alone for a document in it', () => {
    assert.deepEqual(foldersUpward('/work/page.md', '/work/'), ['/work']);
  });

  it('are none outside of the workspace folder, also when its name only begins alike', () => {
    assert.deepEqual(foldersUpward('/workshop/page.md', '/work'), []);
  });

  it('reach the root of a file system', () => {
    assert.deepEqual(foldersUpward('/docs/page.md', '/'), ['/docs', '/']);
  });
});

describe('the file that a configuration extends', () => {
  const from = '/work/docs/deep/.diagram-gates.json';

  it('is found relative to the file that names it', () => {
    assert.equal(resolveInside('base.json', from, '/work'), '/work/docs/deep/base.json');
    assert.equal(resolveInside('.././../base.json', from, '/work/'), '/work/base.json');
    assert.equal(resolveInside('../../../../base.json', from, '/'), undefined);
  });

  it('is none outside of the workspace folder, also when its name only begins alike', () => {
    assert.equal(resolveInside('../../../base.json', from, '/work'), undefined);
    assert.equal(resolveInside('../../../workshop/base.json', from, '/work'), undefined);
    assert.equal(resolveInside('../../../work/base.json', from, '/work'), '/work/base.json');
  });
});

describe('a document as a configuration file sees it', () => {
  it('is relative to the file’s folder', () => {
    assert.equal(relativePath('/work/.diagram-gates.json', '/work/docs/page.md'), 'docs/page.md');
    assert.equal(relativePath('/work/base/gates.json', '/work/docs/page.md'), '../docs/page.md');
    assert.equal(relativePath('/.diagram-gates.json', '/page.md'), 'page.md');
  });
});
