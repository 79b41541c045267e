/** References to files: what is asked of the workspace, and what is said where it is not sure. */
import assert from 'node:assert/strict';
import { referencesGate } from '../../../core/gates/references/gate.ts';
import type { CheckedDocument } from '../../../core/model.ts';
import { KnownPlaces } from '../../../core/workspace/places.ts';
import { brief, checkText } from '../../support/checkText.ts';
import { FakeWorkspace } from '../../support/fakeWorkspace.ts';

const place = { root: 'the workspace', path: 'docs/page.md' };

async function check(text: string, workspace: FakeWorkspace, profile?: 'syntax'): Promise<CheckedDocument> {
  const settings = profile === undefined ? {} : { profile };
  return checkText(text, {
    request: { place, settings },
    deps: { places: new KnownPlaces(workspace) },
    gates: [referencesGate],
  });
}

const find = async (text: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  brief(text, (await check(text, new FakeWorkspace({ 'docs/page.md': text, ...files }))).findings);

describe('references to files', () => {
  it('are looked for once a document, and only inside the workspace', async () => {
    const workspace = new FakeWorkspace({ 'docs/page.md': '', 'run/a.md': '# A\n' });
    const text = '[a](../run/a.md#a) [b](../../x.md) [c](/etc/passwd) [d](https://example.org/a.md) [e](#e)\n\n# E\n';
    const { lookedAt, findings } = await check(text, workspace);
    assert.deepEqual(findings, []);
    assert.ok(workspace.asked.every((path) => !path.includes('..')));
    assert.equal(new Set(workspace.asked).size, workspace.asked.length);
    assert.deepEqual(
      ['', 'docs', 'run', 'run/a.md'].filter((path) => lookedAt?.includes(path) !== true),
      [],
    );
  });

  it('are not looked for where nobody asks', async () => {
    const workspace = new FakeWorkspace({ 'docs/page.md': '' });
    assert.equal((await check('[a](a.md)\n', workspace, 'syntax')).lookedAt, undefined);
    assert.equal((await check('# Only words\n', workspace)).lookedAt, undefined);
    assert.deepEqual(workspace.asked, []);
  });

  it('say nothing outside of a workspace, or where it does not answer', async () => {
    const text = '[a](a.md)\n';
    assert.deepEqual((await checkText(text, { gates: [referencesGate] })).findings, []);
    const deps = { places: new KnownPlaces({ look: () => Promise.reject(new Error('no disk')) }) };
    assert.deepEqual((await checkText(text, { request: { place }, deps, gates: [referencesGate] })).findings, []);
  });

  it('say nothing of anchors in a part of a page', async () => {
    const { findings } = await checkText('[a](#elsewhere)\n', { request: { isPart: true }, gates: [referencesGate] });
    assert.deepEqual(findings, []);
  });

  it('count as GitHub counts where a page is read there, and leniently elsewhere', async () => {
    const text = '# What & why\n\n[a](#what-why) [b](#What--Why)\n';
    assert.deepEqual(await find(text, { '.github/CODEOWNERS': '' }), ['warning link-missing-anchor «#what-why»']);
    assert.deepEqual(await find(text, { '.github/CODEOWNERS': '', 'mkdocs.yml': '' }), []);
    assert.deepEqual(await find(text, {}), []);
  });

  it('of a site are judged as far as its generator follows them', async () => {
    const text = '[a](a.md) [b](guide/b.md) <a href="c.md">c</a> ![d](/d.png)\n';
    const all = ['a.md', 'guide/b.md', 'c.md'].map((path) => `warning link-missing-file «${path}»`);
    assert.deepEqual(await find(text, { 'guide/b.md': '' }), all);
    assert.deepEqual(await find(text, { 'guide/b.md': '', 'mkdocs.yml': '' }), all.slice(0, 1));
    assert.deepEqual(await find(text, { 'guide/b.md': '', 'hugo.toml': '' }), []);
  });

  it('from the top are judged below folders that are there', async () => {
    assert.deepEqual(await find('[a](/docs/a.md) [b](/guide/b.md)\n', {}), ['warning link-missing-file «/docs/a.md»']);
    assert.deepEqual(await find('[a](/docs/a.md)\n', { 'docs/docs/a.md': '' }), []);
  });

  it('to anchors of other pages are judged by what is in them', async () => {
    const files = {
      'docs/run.md': '# Run\n',
      'docs/open.md': '{% include "x.md" %}\n',
      'docs/deep/README.md': '# In\n',
    };
    const text =
      '[a](run.md#run) [b](run.md#walk) [c](open.md#any) [d](run.md#L4) [e](deep#in) [f](deep#out) [g](run#on)\n';
    assert.deepEqual(await find(text, files), [
      'warning link-missing-anchor «#walk»',
      'warning link-missing-anchor «#out»',
      'warning link-missing-anchor «#on»',
    ]);
  });

  it('below a folder that is empty, or that git leaves out, may be there for others', async () => {
    const listing = (path: string): { files: string[]; folders: string[]; ignores?: string } =>
      path === '' ? { files: [], folders: ['docs', 'other'], ignores: '/made\n' } : { files: [], folders: [] };
    const places = new KnownPlaces({
      look: ({ folders }) =>
        Promise.resolve({
          folders: folders.map((path) => ({ path, content: path === 'made' ? undefined : listing(path) })),
          pages: [],
        }),
    });
    const text = '[a](../other/a.md) [b](../made/b.md) [c](../c.md)\n';
    const { findings } = await checkText(text, { request: { place }, deps: { places }, gates: [referencesGate] });
    assert.deepEqual(brief(text, findings), ['warning link-missing-file «../c.md»']);
  });

  it('to pages with tabs are not judged: what their anchors are is a setting', async () => {
    assert.deepEqual(await find('# Logo\n\n=== "Image"\n\n[a](#logo-image)\n', {}), []);
  });

  it('offer what shares half of the words, where one place does', async () => {
    const text = '# Drain the queue\n\n# Owners\n\n[a](#drain-queue) [b](#owners-of-the-lockers)\n';
    const { findings } = await check(text, new FakeWorkspace({ 'docs/page.md': text }));
    assert.deepEqual(
      findings.map(({ fixes }) => fixes.map(({ title }) => title)),
      [['Link to #drain-the-queue'], []],
    );
  });

  it('are switched off like any other', async () => {
    const text = '[a](a.md) <!-- diagram-gates-disable-line link-missing-file -->\n';
    assert.deepEqual(await find(text, {}), []);
  });

  it('take time that grows with the page and its folder, not with both at once', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index);
    const files = Object.fromEntries(many.map((index) => [`docs/part-${index}.md`, '']));
    const headings = many.map((index) => `# Part & ${index}\n`).join('\n');
    const links = many.map((index) => `[a](part${index}x.md) [b](#part-${index}) [c](Part-${index}.md)`).join('\n\n');
    const text = `${headings}\n${links}\n`;
    const found = await find(text, { ...files, '.github/CODEOWNERS': '' });
    assert.equal(found.length, 30_000);
  }).timeout(30_000);

  it('are limited in number, and what is beyond is not known', async () => {
    const text = Array.from({ length: 3_000 }, (_, index) => `[a](f${index}/a.md)`).join('\n');
    const found = await find(text, {});
    assert.ok(found.length > 100 && found.length <= 1_000, String(found.length));
  });
});
