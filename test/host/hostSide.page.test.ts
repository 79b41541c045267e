/** What a user sees of the gates and the preview, in both kinds of extension host and in a folder that is not trusted. */
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { makeTemporaryFolder, projectRoot } from '../support/paths.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

/** A browser's extension host starts slowly, above all on a busy machine. */
const slow = { ms: 60_000 };

/** The extension as a browser gets it: without the entry for Node, and without the wish to run beside the files. */
const makeWebExtension = async (): Promise<string> => {
  const folder = await makeTemporaryFolder('web-extension');
  for (const part of [
    'dist/web/extension.js',
    'dist/checker.js',
    'dist/webview',
    'docs',
    'extension/language',
    'snippets',
    'schemas',
  ]) {
    await mkdir(path.join(folder, path.dirname(part)), { recursive: true });
    await cp(path.join(projectRoot, part), path.join(folder, part), { recursive: true });
  }
  // A manifest is an object.
  const manifest = JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8')) as object;
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ ...manifest, main: undefined, extensionKind: undefined }),
  );
  return folder;
};

for (const [place, extensionHost, restricted] of [
  ['the extension running in node', 'node', false],
  ['the extension running in web', 'web', false],
  ['the folder in Restricted Mode', 'node', true],
] as const) {
  describe(`the gates in the window, ${place}`, function () {
    this.timeout(120_000);
    let workbench: Workbench;
    let extension = projectRoot;

    before(async function () {
      // The first run on a machine installs VS Code.
      this.timeout(300_000);
      if (extensionHost === 'web') extension = await makeWebExtension();
      // The other gates ask more of a page than these small ones hold.
      const settings = { 'diagramGates.profile': 'syntax', 'security.workspace.trust.startupPrompt': 'never' };
      workbench = await openWorkbench({ folder: 'test/host/pages', extension, extensionHost, settings, restricted });
    });

    afterEach(async function () {
      if (this.currentTest?.state !== 'failed') return;
      console.log(`what the screen showed: ${await workbench.screenshot(`failed ${this.currentTest.title}`)}`);
    });

    after(async () => {
      await workbench.close();
      if (extension !== projectRoot) await rm(extension, { recursive: true, force: true });
    });

    const gatesShown = async (): Promise<string | undefined> =>
      (await workbench.statusBar()).find((entry) => entry.includes('◆'));

    it('are counted in the status bar of a page with a diagram, and of no other', async () => {
      await workbench.openFile('broken.md');
      assert.equal(await eventually('the gates', gatesShown, slow), '◆ 0/1 gates');
      await workbench.openFile('plain.md');
      await eventually('a status bar without gates', async () =>
        (await gatesShown()) === undefined ? true : undefined,
      );
      await workbench.openFile('sound.md');
      assert.equal(await eventually('the gates', gatesShown, slow), '◆ 1/1 gates');
    });

    it('stand beside the picture that the preview draws', async () => {
      await workbench.openFile('sound.md');
      await eventually('the gates', gatesShown, slow);
      await workbench.runCommand('Diagram Gates: Open Diagram Preview to the Side');
      const frame = await workbench.previewFrame(async (one) => (await one.locator('.toolbar').count()) > 0);
      await eventually(
        'the picture',
        async () => {
          const drawn = await frame.locator('.figure:not([hidden]) .picture svg').allTextContents();
          return drawn.some((words) => words.includes('Booking desk')) ? true : undefined;
        },
        slow,
      );
      const isRestricted = (await workbench.statusBar()).some((entry) => entry.includes('Restricted Mode'));
      assert.equal(isRestricted, restricted);
      await workbench.screenshot(`preview, ${place}`);
      await workbench.runCommand('View: Close All Editors');
    });

    it('are passed by a pattern, and by what is made of a source, as soon as they are inserted', async () => {
      const title = (text: string) => workbench.page.locator('.quick-input-title:visible', { hasText: text });
      const line = (text: string) =>
        workbench.page.locator('.editor-group-container.active .view-line', { hasText: text });
      await workbench.openFile('plain.md');
      await workbench.runCommand('Diagram Gates: Insert Pattern…');
      await title('Insert Pattern').waitFor();
      await workbench.type('Blast radius');
      await workbench.press('Enter');
      await title('Blast radius').waitFor();
      await workbench.press('Enter');
      await line('subgraph').first().waitFor();
      assert.equal(await eventually('the gates', gatesShown, slow), '◆ 1/1 gates');
      await workbench.press('Escape');
      await workbench.runCommand('File: Save');

      await writeFile(path.join(workbench.folder, 'bill.csv'), 'item,cost ($)\nCompute,5\nStorage,6\n');
      await workbench.openFile('bill.csv');
      await workbench.runCommand('Diagram Gates: Create Diagram from Source…');
      await title('Create Diagram from Source').waitFor();
      await workbench.press('Enter');
      await title('Create Diagram from bill.csv').waitFor();
      await workbench.press('Enter');
      await workbench.page.locator('.quick-input-widget:visible', { hasText: 'How many users' }).waitFor();
      await workbench.press('Enter');
      await line('pie showData').waitFor();
      assert.equal(await eventually('the gates', gatesShown, slow), '◆ 1/1 gates');
      await workbench.screenshot(`source, ${place}`);
      await workbench.runCommand('View: Revert and Close Editor');
      await workbench.runCommand('View: Close All Editors');
    });

    it('have a page for each rule behind the link in Problems', async () => {
      await workbench.openFile('broken.md');
      await eventually('the fault', async () => (await workbench.problems()).find((row) => row.includes('DG0')), {
        instead: async () => (await workbench.problems()).join(' | '),
      });
      const link = workbench.page.locator('.markers-panel a', { hasText: 'DG0' }).first();
      const rule = (await link.innerText()).trim();
      await link.click();
      const heading = await workbench.previewFrame(async (frame) => {
        const text = await frame.locator('h1').first().innerText({ timeout: 500 });
        return text.includes(rule);
      });
      assert(heading.url() !== '');
    });
  });
}
