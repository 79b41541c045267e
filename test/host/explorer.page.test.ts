/** A workspace of two folders as its user sees it: badges, the view of pages, the repair of all of them, in three themes. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

const shown = { 'diagramGates.explorer.view': true, 'diagramGates.explorer.badges': true };

describe('the explorer of a workspace with two folders', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async function () {
    this.timeout(300_000);
    workbench = await openWorkbench({ folder: 'test/host/explorerPages', workspace: 'set.code-workspace' });
  });
  after(() => workbench.close());

  /** Says other settings in the workspace's file, as somebody would who shares them. */
  const setSettings = async (settings: object): Promise<void> => {
    const file = path.join(workbench.folder, 'set.code-workspace');
    const folders = [{ path: 'guide' }, { path: 'ops' }];
    await writeFile(file, JSON.stringify({ folders, settings }));
  };

  const paneOf = (title: string) =>
    workbench.page.locator('.pane', { has: workbench.page.locator('.title', { hasText: title }) });
  const pages = () => paneOf('Diagram Gates');

  /** The rows of the view, as a screen reader says them. */
  const rows = (): Promise<readonly string[]> =>
    pages()
      .locator('.monaco-list-row')
      .evaluateAll((found) =>
        found
          .toSorted((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
          .map((row) => row.getAttribute('aria-label') ?? ''),
      );

  /** Our badges beside the names of files in the explorer. */
  const badges = (): Promise<readonly string[]> =>
    workbench.page.locator('.explorer-folders-view .monaco-list-row').evaluateAll((found) =>
      found.flatMap((row) => {
        const label = row.querySelector('.monaco-icon-label');
        const mark = label === null ? '' : /◆\d*/.exec(getComputedStyle(label, '::after').content)?.[0];
        return mark === undefined || mark === ''
          ? []
          : [`${row.querySelector('.label-name')?.textContent ?? ''} ${mark}`];
      }),
    );

  const whenRows = (isWanted: (rows: readonly string[]) => boolean): Promise<readonly string[]> =>
    eventually(
      'the rows of the view',
      async () => {
        const now = await rows();
        return isWanted(now) ? now : undefined;
      },
      { ms: 60_000, instead: async () => (await rows()).join(' | ') },
    );

  it('shows nothing of ours unless it is asked to', async () => {
    await workbench.openFile('pilots.md');
    await eventually('the status bar', async () =>
      (await workbench.statusBar()).find((entry) => entry.includes('gates')),
    );
    assert.equal(await pages().count(), 0);
    assert.deepEqual(await badges(), []);
  });

  it('lists pages by state, the worst first, each folder with its own configuration and baseline', async () => {
    // Of a page that is open the view knows at once.
    await workbench.runCommand('View: Close All Editors');
    await setSettings(shown);
    await pages().waitFor();
    await workbench.runCommand('Explorer: Focus on Diagram Gates View');
    await pages().getByText('Pages with diagrams are listed here').waitFor();
    // Room for all rows: what does not fit is not drawn.
    const files = workbench.page.locator('.pane-header', { hasText: 'set (Workspace)' });
    await files.click();
    await workbench.runCommand('Diagram Gates: Check Workspace');
    const found = await whenRows((now) => now.length >= 8);
    assert.deepEqual(found, [
      'ops, 1 of 2 fail',
      'crane.md, 0 of 1 gates passed; fails Renders',
      // It has no badge: nothing about it is new.
      'night.md, 1 in the baseline',
      'guide, 2 of 2 fail',
      'berths.md, 1 of 4 gates passed; fails Renders, Visual, Example',
      'pilots.md, 3 of 5 gates passed; fails Visual, Example',
      'guide/lessons, all pass',
      'outage.md, 1 of 1 gates passed',
    ]);
    await files.click();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'lessons' }).click();
    await eventually('the badges', async () => ((await badges()).length === 4 ? true : undefined), {
      instead: async () => (await badges()).join(' | '),
    });
    assert.deepEqual(await badges(), ['outage.md ◆', 'berths.md ◆3', 'pilots.md ◆2', 'crane.md ◆1']);
  });

  it('can be read in every theme', async () => {
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'pilots.md' }).click();
    await pages().locator('.monaco-list-row', { hasText: 'berths.md' }).locator('.monaco-tl-twistie').click();
    await whenRows((now) => now.some((row) => row.startsWith('error: ')));
    for (const [name, theme, kind] of [
      ['light', 'Light Modern', 'vs'],
      ['dark', 'Dark Modern', 'vs-dark'],
      ['high-contrast', 'Default High Contrast', 'hc-black'],
    ] as const) {
      await setSettings({ ...shown, 'workbench.colorTheme': theme });
      await workbench.page.locator(`.monaco-workbench.${kind}`).waitFor();
      await workbench.screenshot(`explorer-${name}`);
    }
  });

  it('explains a rule and repairs a page at a click in its row', async () => {
    const row = (name: string) => pages().locator('.monaco-list-row', { hasText: name });
    const act = async (name: string, title: string): Promise<void> => {
      await row(name).first().hover();
      await row(name).first().locator(`.action-label[aria-label="${title}"]`).click();
    };
    await workbench.page.locator('.pane-header', { hasText: 'set (Workspace)' }).click();
    await act('reads as syntax', 'Explain Rule');
    await workbench.page.locator('.tab', { hasText: 'unquoted-label' }).waitFor();
    await workbench.runCommand('View: Close All Editors');
    await act('crane.md', 'Fix All in Page');
    await workbench.page.locator('.view-lines', { hasText: 'hook["Hook {steel}"]' }).waitFor();
    await whenRows((now) => now.includes('crane.md, 1 of 1 gates passed'));
    await workbench.runCommand('File: Revert File');
    await workbench.runCommand('View: Close All Editors');
    await whenRows((now) => now.includes('crane.md, 0 of 1 gates passed; fails Renders'));
  });

  it('repairs all pages after a look at the edits', async () => {
    await workbench.runCommand('Diagram Gates: Fix All in Workspace…');
    await workbench.page.locator('.monaco-dialog-box').getByText('Review Edits').click();
    const preview = workbench.page.locator('.bulk-edit-panel');
    await preview.waitFor();
    const edits = preview.locator('.monaco-list-row', { hasText: 'Hook {steel}' });
    await edits.waitFor();
    await workbench.screenshot('fix-workspace');
    for (const page of ['berths.md', 'crane.md'])
      await preview.locator('.monaco-list-row', { hasText: page }).locator('.monaco-checkbox, input').first().click();
    await preview.getByText('Apply', { exact: true }).click();
    await preview.waitFor({ state: 'hidden' });
    const text = (name: string): Promise<string> => readFile(path.join(workbench.folder, name), 'utf8');
    await eventually('the repaired pages', async () =>
      (await text('guide/berths.md')).includes('pilot["Pilot (on call)"]') ? true : undefined,
    );
    assert.match(await text('ops/crane.md'), /hook\["Hook \{steel\}"\]/);
    await whenRows((now) => now[0] === 'guide, 2 of 2 fail');
  });

  it('shows nothing any more when it is asked not to', async () => {
    await setSettings({});
    await pages().waitFor({ state: 'detached' });
    await eventually('no badges', async () => ((await badges()).length === 0 ? true : undefined));
  });
});
