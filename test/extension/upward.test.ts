import assert from 'node:assert/strict';
import { foldersUpward } from '../../extension/upward.ts';

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
