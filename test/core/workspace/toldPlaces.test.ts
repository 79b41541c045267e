import assert from 'node:assert/strict';
import type { PlacesFound } from '../../../core/ports.ts';
import { mostLookMs, ToldPlaces } from '../../../core/workspace/toldPlaces.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { FakeWorkspace } from '../../support/fakeWorkspace.ts';

const files = { 'docs/a.md': '# Run\n', 'docs/b.md': '# Walk\n' };
const asked = { root: 'the workspace', folders: ['docs', 'gone'], pages: ['docs/a.md'] };
const paths = [...asked.folders, ...asked.pages];

async function tell(workspace: FakeWorkspace) {
  const told = new ToldPlaces(workspace, new FakeClock());
  await told.look(asked);
  const seen = told.seen(asked.root, paths);
  assert(seen !== undefined);
  return { told, seen };
}

describe('what a checker was told of places', () => {
  it('is the same while nothing changed, and is looked at once in a round', async () => {
    const workspace = new FakeWorkspace(files);
    const { told, seen } = await tell(workspace);
    told.lookAgain();
    assert.equal(await told.areSame(seen), true);
    assert.equal(await told.areSame(seen), true);
    assert.deepEqual(await told.changed(), []);
    assert.deepEqual(workspace.asked.slice(3), ['docs/', 'gone/', 'docs/a.md']);
  });

  for (const [what, path, text, places] of [
    ['a page has another text', 'docs/a.md', '# Swim\n', ['docs/a.md']],
    ['a file came into a folder', 'docs/c.md', '', ['docs']],
    ['a folder came', 'gone/c.md', '', ['gone']],
    ['another page has another text', 'docs/b.md', '# Swim\n', []],
  ] as const) {
    it(`is held against what is there now: ${what}`, async () => {
      const workspace = new FakeWorkspace(files);
      const { told, seen } = await tell(workspace);
      workspace.write(path, text);
      told.lookAgain();
      assert.equal(await told.areSame(seen), places.length === 0);
      assert.deepEqual(
        (await told.changed()).map((place) => place.path),
        places,
      );
    });
  }

  it('shows what changed after one round in the next', async () => {
    const workspace = new FakeWorkspace(files);
    const { told, seen } = await tell(workspace);
    assert.equal(await told.areSame(seen), true);
    workspace.write('docs/a.md', '# Swim\n');
    assert.equal(await told.areSame(seen), true, 'within a round, a place is as it was found first');
    told.lookAgain();
    assert.equal(await told.areSame(seen), false);
  });

  it('counts for the result it was told for, also when the checker asks again', async () => {
    const workspace = new FakeWorkspace(files);
    const { told, seen } = await tell(workspace);
    workspace.write('docs/a.md', '# Swim\n');
    await told.look(asked);
    told.lookAgain();
    assert.equal(await told.areSame(seen), false);
    assert.equal(await told.areSame(told.seen(asked.root, paths) ?? []), true);
  });

  it('cannot be said of a place that nobody asked about, but for a page that its folder says is not there', async () => {
    const { told } = await tell(new FakeWorkspace(files));
    assert.equal(told.seen(asked.root, ['other']), undefined);
    assert.equal(told.seen('another workspace', paths), undefined);
    assert.deepEqual(told.seen(asked.root, ['docs/none.md']), []);
  });

  it('is nothing where the answer came too late, whatever was told before', async () => {
    const clock = new FakeClock();
    const workspace = new FakeWorkspace(files);
    let isSlow = false;
    const told = new ToldPlaces(
      { look: (question): Promise<PlacesFound> => (isSlow ? new Promise(() => undefined) : workspace.look(question)) },
      clock,
    );
    await told.look(asked);
    isSlow = true;
    const late = told.look(asked);
    clock.advance(mostLookMs);
    assert.deepEqual(await late, { folders: [], pages: [] });
    assert.equal(told.seen(asked.root, paths), undefined);
  });
});
