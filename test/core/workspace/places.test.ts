import assert from 'node:assert/strict';
import type { PlacesFound } from '../../../core/ports.ts';
import { KnownPlaces } from '../../../core/workspace/places.ts';
import { FakeWorkspace } from '../../support/fakeWorkspace.ts';

const files = { 'docs/a.md': '# Run\n', 'docs/b.md': '# Walk\n', 'README.md': '' };
const asked = { root: 'the workspace', folders: ['', 'docs', 'gone'], pages: ['docs/a.md', 'docs/none.md'] };

describe('places of a workspace', () => {
  it('are files, folders, missing, or not known', async () => {
    const places = await new KnownPlaces(new FakeWorkspace(files)).learn(asked);
    assert.deepEqual(
      ['', 'docs', 'docs/a.md', 'docs/c.md', 'gone/a.md', 'docs/deep/a.md', 'other/a.md'].map((path) =>
        places.at(path),
      ),
      ['folder', 'folder', 'file', 'missing', 'missing', undefined, undefined],
    );
    assert.ok(places.anchorsOf('docs/a.md')?.exact.has('run'));
    assert.equal(places.anchorsOf('docs/b.md'), undefined);
  });

  it('are asked for once, and pages only where they are', async () => {
    const workspace = new FakeWorkspace(files);
    const known = new KnownPlaces(workspace);
    await known.learn(asked);
    await known.learn(asked);
    assert.deepEqual(workspace.asked, ['/', 'docs/', 'gone/', 'docs/a.md']);
    await known.learn({ ...asked, pages: ['docs/b.md'] });
    assert.deepEqual(workspace.asked.slice(4), ['docs/b.md']);
  });

  it('answer about what was asked and nothing else, whatever is known by then', async () => {
    const known = new KnownPlaces(new FakeWorkspace(files));
    await known.learn(asked);
    const places = await known.learn({ root: asked.root, folders: [''], pages: [] });
    assert.equal(places.at('README.md'), 'file');
    assert.equal(places.at('docs/a.md'), undefined);
    assert.equal(places.anchorsOf('docs/a.md'), undefined);
  });

  it('are asked for again where something changed, and nowhere else', async () => {
    const workspace = new FakeWorkspace(files);
    const known = new KnownPlaces(workspace);
    await known.learn(asked);
    workspace.write('docs/none.md', '# Here now\n');
    known.forget(asked.root, ['docs/none.md']);
    known.forget('another workspace', ['README.md']);
    const places = await known.learn(asked);
    assert.equal(places.at('docs/none.md'), 'file');
    assert.deepEqual(workspace.asked.slice(4), ['docs/', 'docs/none.md']);
  });

  it('that changed while they were looked at are not kept', async () => {
    const workspace = new FakeWorkspace(files);
    const answers: (() => void)[] = [];
    const known = new KnownPlaces({
      look: async (question): Promise<PlacesFound> => {
        const found = await workspace.look(question);
        await new Promise<void>((resolve) => void answers.push(resolve));
        return found;
      },
    });
    const only = { ...asked, folders: ['docs'], pages: [] };
    const first = known.learn(only);
    await new Promise((resolve) => void setImmediate(resolve));
    workspace.write('docs/none.md', '');
    known.forget(asked.root, ['docs/none.md']);
    answers.pop()?.();
    assert.equal((await first).at('docs/none.md'), 'missing');
    const second = known.learn(only);
    await new Promise((resolve) => void setImmediate(resolve));
    answers.pop()?.();
    assert.equal((await second).at('docs/none.md'), 'file');
  });

  it('are not known where the workspace fails, leaves them out, or cannot read them', async () => {
    const failing = new KnownPlaces({ look: () => Promise.reject(new Error('no disk')) });
    assert.equal((await failing.learn(asked)).at('README.md'), undefined);
    const empty = new KnownPlaces({ look: () => Promise.resolve({ folders: [], pages: [] }) });
    assert.equal((await empty.learn(asked)).at('README.md'), undefined);
  });

  it('are left out by git as their `.gitignore` files say', async () => {
    const known = new KnownPlaces({
      look: () =>
        Promise.resolve({
          folders: [
            { path: '', content: { files: [], folders: [], ignores: '/api\n*.log\n' } },
            { path: 'docs', content: { files: [], folders: [], ignores: 'made/*\n!made/kept.md\n!keep.log' } },
          ],
          pages: [],
        }),
    });
    const places = await known.learn(asked);
    assert.deepEqual(
      ['api/a.md', 'docs/api/a.md', 'x.log', 'docs/keep.log', 'docs/made/a.md', 'docs/made/kept.md', 'docs/a.md'].map(
        (path) => places.isIgnored(path),
      ),
      [true, false, true, false, true, false, false],
    );
  });
});
