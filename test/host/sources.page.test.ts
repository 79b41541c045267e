/** Create Diagram from Source… as its user sees it: what it says of bad and large files, and that it can be stopped. */
import assert from 'node:assert/strict';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { writeTraces } from '../support/largeTraces.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

/** A large file travels to a busy window slowly. */
const slow = { ms: 60_000 };

describe('creating a diagram from a source, in the window', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async function () {
    // The first run on a machine installs VS Code.
    this.timeout(300_000);
    workbench = await openWorkbench({ folder: 'test/host/pages' });
    await workbench.openFile('plain.md');
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    console.log(`what the screen showed: ${await workbench.screenshot(`failed ${this.currentTest.title}`)}`);
  });
  after(() => workbench.close());

  const file = (name: string): string => path.join(workbench.folder, name);
  const input = () => workbench.page.locator('.quick-input-widget:visible input.input');
  const title = (text: string) => workbench.page.locator('.quick-input-title:visible', { hasText: text });
  /** Chooses a file in the dialog of VS Code itself, which takes a path. */
  const choose = async (name: string): Promise<void> => {
    await workbench.runCommand('Diagram Gates: Create Diagram from Source…');
    await title('Create Diagram from Source').waitFor();
    await input().fill('Choose a file');
    await workbench.press('Enter');
    const value = (): Promise<string> =>
      input()
        .inputValue({ timeout: 2000 })
        .catch(() => '');
    await eventually('the dialog with a path', async () => ((await value()).startsWith('/') ? true : undefined));
    // It fills in the folder when it has read it, and may do so over what was just written.
    await eventually(
      'the end of the dialog',
      async () => {
        const now = await value();
        if (!now.startsWith('/')) return true;
        if (now === file(name)) await workbench.press('Enter');
        else await input().fill(file(name));
        return undefined;
      },
      slow,
    );
  };
  const acceptKind = async (name: string): Promise<void> => {
    await title(`Create Diagram from ${name}`).waitFor({ timeout: slow.ms });
    await workbench.press('Enter');
  };
  const shownText = async (): Promise<string> =>
    (await workbench.page.locator('.editor-group-container.active .view-line').allInnerTexts()).join('\n');

  it('names the line of what is wrong, shows it, and inserts nothing', async () => {
    writeFileSync(file('bill.csv'), 'item,cost ($)\nCompute,5\nStorage,lots\n');
    const before = await shownText();
    await choose('bill.csv');
    await acceptKind('bill.csv');
    await workbench.page.locator('.quick-input-widget', { hasText: 'How many users' }).waitFor();
    await workbench.press('Enter');
    const problem = await workbench.notification('bill.csv:3: “lots” is no amount of money');
    assert.equal(await shownText(), before);
    await workbench.screenshot('sources-problem');
    await problem.getByRole('button', { name: 'Show Line' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'bill.csv' }).waitFor();
    await eventually('the line in the status bar', async () =>
      (await workbench.statusBar()).some((entry) => entry.startsWith('Ln 3,')) ? true : undefined,
    );
    await workbench.runCommand('View: Close Editor');
  });

  it('refuses a file that is too large, and one that is no text', async () => {
    writeFileSync(file('huge.json'), '[');
    // A hole in a file takes no room on the disk.
    truncateSync(file('huge.json'), 140_000_000);
    await choose('huge.json');
    await workbench.notification('huge.json: it cannot be read: it has 140 MB, and at most 128 MB are read');
    await workbench.screenshot('sources-too-large');
    writeFileSync(file('bill.xlsx'), Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0));
    await choose('bill.xlsx');
    await workbench.notification('bill.xlsx: it cannot be read: this is a binary file, not a text');
  });

  it('shows how far it is with a large file, and inserts nothing once it is stopped', async () => {
    await writeTraces(file('traces.json'), 100_000_000);
    const before = await shownText();
    await choose('traces.json');
    await acceptKind('traces.json');
    const progress = await workbench.notification('Reading traces.json');
    await workbench.screenshot('sources-progress');
    await progress.hover();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'hidden' });
    // What is asked for after it is answered after it: had anything been inserted, it would be there by then.
    await choose('bill.csv');
    await title('Create Diagram from bill.csv').waitFor();
    await workbench.press('Escape');
    assert.equal(await shownText(), before);
  });
});
