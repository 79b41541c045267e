/** What is published: everything the extension needs, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { projectRoot } from '../support/paths.ts';

const listPublished = (): Promise<string[]> => listFiles({ cwd: projectRoot, packageManager: PackageManager.None });

describe('the published package', function () {
  this.timeout(60_000);

  it('has the pages, snippets and schema the manifest speaks of', async () => {
    const files = new Set(await listPublished());
    const manifest = readFileSync(path.join(projectRoot, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"\.\/((?!dist\/)[\w./-]+\.(?:json|code-snippets|png|svg|js))"/g)].map(
      (match) => match[1],
    );
    assert.ok(named.length > 3, 'the manifest names files');
    for (const file of named) assert.ok(file !== undefined && files.has(file), `${file ?? ''} is published`);
    assert.ok(files.has('docs/gates/syntax.md'));
  });

  it('has an icon', async () => {
    // Our own manifest; a shape that is not this one fails the assertion.
    const { icon } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { icon?: string };
    assert.ok(icon !== undefined && (await listPublished()).includes(icon), icon);
  });

  it('has every script that a webview loads', () => {
    const published = new Set(readFileSync(path.join(projectRoot, '.vscodeignore'), 'utf8').split('\n'));
    const page = readFileSync(path.join(projectRoot, 'extension/preview/webviewPage.ts'), 'utf8');
    const scripts = new Set([...page.matchAll(/'([a-z]+\.js)'/g)].map(([, name]) => name ?? ''));
    assert.deepEqual([...scripts].toSorted(), ['comparison.js', 'frame.js', 'shell.js']);
    // What is not named there stays at home, however it is built.
    for (const name of scripts) assert.ok(published.has(`!dist/webview/${name}`), `${name} is published`);
  });

  it('has no sources, maps, tests or anything a build leaves behind for others', async () => {
    const files = await listPublished();
    const stray = files.filter((file) =>
      /\.(?:ts|map|mjs|mmd)$|^(?:test|core|cli|node_modules|samples|dist\/(?:test|types|bench))\//.test(file),
    );
    assert.deepEqual(stray, []);
    // Icons, of which a diagram loads one or two, and pictures of patterns and sources are small and many.
    const others = files.filter(
      (file) => !/^(?:dist\/webview\/parts\/icons|docs\/images\/(?:patterns|sources))\//.test(file),
    );
    assert.ok(others.length < 150, `${others.length} files`);
  });
});
