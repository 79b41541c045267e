/** A page compared with its last commit, as its author does it in VS Code with Git. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Frame } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

const slow = { ms: 60_000 };
const command = 'Diagram Gates: Compare Diagrams with Last Commit';

const git = async (folder: string, ...given: readonly string[]): Promise<void> => {
  const who = ['-c', 'user.name=Author', '-c', 'user.email=author@example.com', '-c', 'commit.gpgsign=false'];
  await promisify(execFile)('git', [...who, ...given], { cwd: folder });
};

const hasGit = await promisify(execFile)('git', ['--version']).then(
  () => true,
  () => false,
);

describe('a page compared with its last commit', function () {
  this.timeout(150_000);
  let workbench: Workbench;

  before(async function () {
    if (!hasGit) {
      console.log('skipped: there is no git here');
      this.skip();
    }
    // The first run on a machine installs VS Code.
    this.timeout(300_000);
    workbench = await openWorkbench({ folder: 'test/host/comparePages', settings: { 'git.enabled': true } });
    await git(workbench.folder, 'init', '--quiet');
    await git(workbench.folder, 'add', '.');
    await git(workbench.folder, 'commit', '--quiet', '-m', 'The harbour');
    // VS Code looks for repositories when a window opens.
    await workbench.page.reload();
    await workbench.page.waitForFunction('globalThis.driver !== undefined', undefined, { timeout: 60_000 });
    await workbench.page.evaluate('globalThis.driver.whenWorkbenchRestored()');
    await workbench.openFile('harbour.md');
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      console.log(`what the screen showed: ${await workbench.screenshot(`failed ${currentTest.title}`)}`);
    }
  });
  after(async () => {
    // Without git there is none.
    if (hasGit) await workbench.close();
  });

  const panel = (): Promise<Frame> =>
    workbench.previewFrame(async (frame) => (await frame.locator('.choices, .notice').count()) > 0);
  const whenSays = (selector: string, words: RegExp): Promise<string> =>
    eventually(
      `“${String(words)}” in the comparison`,
      async () => {
        const said = (await (await panel()).locator(selector).allInnerTexts()).join(' | ').replaceAll(/\s+/g, ' ');
        return words.test(said) ? said : undefined;
      },
      slow,
    );

  const whenDrawn = (words: RegExp): Promise<true> =>
    eventually(
      `a picture with “${String(words)}”`,
      async () => {
        const drawn = await (await panel()).locator('.side .picture svg').allTextContents();
        return words.test(drawn.join(' ')) ? true : undefined;
      },
      slow,
    );

  it('says so while nothing changed', async () => {
    await workbench.runCommand(command);
    await whenSays('.notice', /No diagram of harbour.md changed.*last commit, [0-9a-f]{7}/);
  });

  it('shows what is typed against what was committed', async () => {
    await workbench.goTo(7, 15);
    await workbench.type('3');
    await whenSays('.changes', /Ship, 2340 m \(was: Ship, 240 m\)/);
    const pairs = (await panel()).locator('.pair');
    assert.deepEqual(await pairs.locator('.badge').allInnerTexts(), ['Changed', 'Unchanged']);
    await whenDrawn(/Ship, 240 m[^]*Ship, 2340 m/);
    await workbench.screenshot('compare');
    await (await panel()).getByRole('button', { name: 'Onion skin' }).click();
    await workbench.screenshot('compare-onion');
  });

  it('leads to the diagram in the text', async () => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.goTo(1);
    await (await panel()).getByRole('button', { name: 'Go to the diagram in the text' }).last().click();
    await eventually('the cursor in the second diagram', async () => {
      const entries = await workbench.statusBar();
      return entries.some((entry) => entry.startsWith('Ln 14,')) ? true : undefined;
    });
  });

  it('follows the next commit', async () => {
    await workbench.runCommand('File: Save');
    await eventually('the saved file', async () => {
      const text = await readFile(path.join(workbench.folder, 'harbour.md'), 'utf8');
      return text.includes('2340') ? true : undefined;
    });
    await git(workbench.folder, 'commit', '--quiet', '-am', 'A longer ship');
    await whenSays('.notice', /No diagram of harbour.md changed/);
  });

  it('says that a file which was never committed has no older version, and shows it once it has', async () => {
    const file = path.join(workbench.folder, 'pilots.md');
    await writeFile(file, '# Pilots\n\n```mermaid\npie\n  "On duty, 4" : 4\n  "At sea, 2" : 2\n```\n');
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile('pilots.md');
    await workbench.runCommand(command);
    await whenSays('.notice', /There is no older version of pilots\.md.*It is not in the last commit\./);
    await workbench.screenshot('compare-not-committed');
    await git(workbench.folder, 'add', 'pilots.md');
    await git(workbench.folder, 'commit', '--quiet', '-m', 'Pilots');
    await whenSays('.notice', /No diagram of pilots\.md changed/);
  });

  it('says that a text which was never saved has no older version', async () => {
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.runCommand('Change Language Mode');
    await workbench.page.locator('.quick-input-widget:visible input').fill('Markdown');
    await workbench.press('Enter');
    await workbench.type('```mermaid\npie\n"A, 3 t" : 3\n```\n');
    await workbench.runCommand(command);
    await whenSays('.notice', /There is no older version of .*It was never saved\./);
  });
});
