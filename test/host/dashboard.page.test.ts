/** The dashboard as somebody uses it in VS Code: with keyboard and pointer, while pages change. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Frame, Locator } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { makeTemporaryFolder, projectRoot } from '../support/paths.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';
import { dashboardFiles, faultLine, mended, writeDashboardSet } from './dashboardSet.ts';

const slow = { ms: 90_000 };
const pageCount = Object.keys(dashboardFiles()).filter((name) => name.endsWith('.md')).length;

const hasGit = await promisify(execFile)('git', ['--version']).then(
  () => true,
  () => false,
);

/** The picture of the README, which `UPDATE_IMAGES=1` writes anew. */
async function keep(picture: string, theme: string): Promise<void> {
  if (process.env['UPDATE_IMAGES'] === undefined || theme !== 'dark') return;
  await copyFile(picture, path.join(projectRoot, 'docs/images/dashboard.png'));
}

describe('the dashboard in VS Code', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let made: string;
  let frame: Frame;

  before(async function () {
    // The first run on a machine installs VS Code.
    this.timeout(400_000);
    made = await makeTemporaryFolder('dashboard');
    const folder = path.join(made, 'atlas');
    await mkdir(folder);
    await writeDashboardSet(folder, hasGit);
    workbench = await openWorkbench({
      folder,
      theme: 'dark',
      size: { width: 1280, height: 900 },
      settings: { 'git.enabled': hasGit, 'git.openRepositoryInParentFolders': 'never' },
    });
    await workbench.runCommand('Diagram Gates: Open Dashboard');
    frame = await workbench.previewFrame(async (each) => (await each.locator('.cards, .status').count()) > 0);
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      console.log(`what the screen showed: ${await workbench.screenshot(`failed ${currentTest.title}`)}`);
    }
  });
  after(async () => {
    await workbench.close();
    await rm(made, { recursive: true, force: true });
  });

  const card = (name: string): Locator => frame.locator('.card', { has: frame.getByText(name, { exact: true }) });
  const figure = async (name: string): Promise<string> => (await card(name).locator('.figure').innerText()).trim();
  const whenFigure = (name: string, wanted: string): Promise<true> =>
    eventually(`${wanted} ${name}`, async () => ((await figure(name)) === wanted ? true : undefined), {
      ...slow,
      instead: () => figure(name).catch(String),
    });
  const rows = (): Locator => frame.getByRole('region', { name: 'Pages, the worst first' }).locator('tbody tr');
  const whenFirstRow = (words: RegExp): Promise<string> =>
    eventually(
      `a first row with ${String(words)}`,
      async () => {
        const said = (await rows().first().innerText()).replaceAll(/\s+/g, ' ');
        return words.test(said) ? said : undefined;
      },
      { ...slow, instead: async () => (await rows().allInnerTexts()).slice(0, 3).join(' | ') },
    );
  const whenCursorIn = (name: string, line: number): Promise<true> =>
    eventually(
      `the cursor in line ${line} of ${name}`,
      async () => {
        const isOpen = (await workbench.page.locator('.tab.active', { hasText: name }).count()) > 0;
        const entries = await workbench.statusBar();
        return isOpen && entries.some((entry) => entry.startsWith(`Ln ${line},`)) ? true : undefined;
      },
      slow,
    );

  it('counts every page, and says what is broken', async () => {
    await whenFigure('Pages', String(pageCount));
    await whenFigure('Broken', '2');
    await whenFirstRow(/^harbour\//);
  });

  it('holds what is there against the goals, and says what a case study lacks', async () => {
    const goals = await frame.locator('.goal').allInnerTexts();
    assert.equal(goals.length, 4);
    assert.match(goals[0] ?? '', /^Week 3[^]*Valid diagrams[^]*of 60[^]*Tables[^]*of 36/);
    assert.match(goals[1] ?? '', /^Phase 1: systems/);
    const parts = await frame
      .getByRole('region', { name: 'Phases and case studies' })
      .locator('tbody tr')
      .allInnerTexts();
    const said = parts.map((part) => part.replaceAll(/\s+/g, ' '));
    assert.ok(
      said.some((part) => /^case-studies\/ferries Case study .*10 of 12 Lacking: Growth and scale \(0\/2\)/.test(part)),
    );
    assert.ok(said.some((part) => part.startsWith('case-studies/podcasts Case study ✓ Yes 12 of 12')));
  });

  it('leads from a page to its fault in the text', async () => {
    await frame.getByRole('searchbox', { name: 'Filter by path' }).fill('quay-7');
    await whenFirstRow(/^harbour\/quay-7\.md/);
    assert.equal(await rows().count(), 1);
    const page = frame.getByRole('button', { name: 'harbour/quay-7.md' });
    await page.focus();
    await page.press('Enter');
    await whenCursorIn('quay-7.md', faultLine);
  });

  it('sorts and filters by keyboard', async () => {
    // The editor that was just opened may take the focus once more: keys would fall into its text.
    await frame.getByRole('searchbox', { name: 'Filter by path' }).fill('');
    await whenFirstRow(/^harbour\//);
    const byPath = frame.getByRole('button', { name: 'Page', exact: true });
    await byPath.focus();
    await byPath.press('Enter');
    await whenFirstRow(/^case-studies\/ferries\/README\.md/);
    await frame.getByRole('button', { name: 'Next' }).press('Enter');
    await eventually('the second part of the list', async () =>
      (await frame.locator('.range').innerText()).startsWith('26 to ') ? true : undefined,
    );
    await frame.getByRole('combobox', { name: 'Filter by gate' }).selectOption({ label: 'Fail: Renders' });
    await whenFirstRow(/^harbour\/cold-shed\.md/);
    assert.equal(await rows().count(), 2);
  });

  it('follows what is mended on disk, and the focus stays where it is', async () => {
    const page = frame.getByRole('button', { name: 'harbour/quay-7.md' });
    await page.focus();
    await writeFile(path.join(workbench.folder, 'harbour/cold-shed.md'), mended('Cold shed'));
    await whenFigure('Broken', '1');
    await eventually('one row', async () => ((await rows().count()) === 1 ? true : undefined), slow);
    assert.equal(await frame.evaluate(() => document.activeElement?.textContent), 'harbour/quay-7.md');
  });

  it('follows what is typed', async () => {
    await workbench.page.locator('.tab', { hasText: 'quay-7.md' }).click();
    await workbench.goTo(1);
    await whenCursorIn('quay-7.md', 1);
    await workbench.press('Control+A');
    await workbench.type('# Quay 7\n\nNothing is drawn any more.\n');
    await whenFigure('Broken', '0');
    await workbench.runCommand('File: Revert File');
    await whenFigure('Broken', '1');
  });

  it('shows how it got there, from the history', async function () {
    if (!hasGit) {
      console.log('skipped: there is no git here');
      this.skip();
    }
    await workbench.runCommand('View: Close All Editors in Group');
    await workbench.runCommand('Diagram Gates: Open Dashboard');
    frame = await workbench.previewFrame(async (each) => (await each.locator('.cards').count()) > 0);
    await frame.getByRole('button', { name: 'Show Trend over Git History' }).click();
    await frame.getByRole('img', { name: /^Pages: from \d+ on .+ to \d+ now$/ }).waitFor({ timeout: 90_000 });
    await frame.getByText('As a table').click();
    const trend = await frame.getByRole('region', { name: 'Trend' }).locator('tbody tr').allInnerTexts();
    assert.equal(trend.length, 7, 'six commits, and now');
  });

  it('is there again after a reload, with its filter and order', async () => {
    await frame.getByRole('searchbox', { name: 'Filter by path' }).fill('harbour');
    await frame.getByRole('combobox', { name: 'Filter by gate' }).selectOption('');
    await whenFirstRow(/^harbour\//);
    const said = await rows().allInnerTexts();
    // The page has loaded when the window that asked for it has gone.
    const loaded = workbench.page.waitForEvent('load', { timeout: 90_000 });
    await workbench.runCommand('Developer: Reload Window');
    await loaded;
    frame = await workbench.previewFrame(async (each) => (await each.locator('.cards, .status').count()) > 0);
    await whenFigure('Pages', String(pageCount));
    await whenFirstRow(/^harbour\//);
    assert.equal(await frame.getByRole('searchbox', { name: 'Filter by path' }).inputValue(), 'harbour');
    await eventually(
      'the same rows',
      async () => ((await rows().allInnerTexts()).join() === said.join() ? true : undefined),
      { ...slow, instead: async () => (await rows().allInnerTexts()).join(' | ') },
    );
  });

  for (const [name, theme] of [
    ['light', 'Light Modern'],
    ['dark', 'Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
  ] as const) {
    it(`looks well in ${name}`, async () => {
      await mkdir(path.join(workbench.folder, '.vscode'), { recursive: true });
      const settings = { 'workbench.colorTheme': theme, 'workbench.statusBar.visible': true };
      await writeFile(path.join(workbench.folder, '.vscode/settings.json'), JSON.stringify(settings));
      const kind = { light: 'vscode-light', dark: 'vscode-dark', 'high-contrast': 'vscode-high-contrast' }[name];
      await eventually(
        `the theme ${theme}`,
        async () => ((await frame.locator('body').getAttribute('class'))?.split(' ').includes(kind) ? true : undefined),
        slow,
      );
      await frame.evaluate(() => scrollTo({ top: 0 }));
      await keep(await workbench.screenshot(`dashboard-in-code-${name}`), name);
      await frame.evaluate(() => scrollTo({ top: document.body.scrollHeight }));
      await workbench.screenshot(`dashboard-in-code-${name}-end`);
    });
  }
});

describe('the dashboard in a workspace that nobody trusts', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let made: string;

  before(async function () {
    if (!hasGit) {
      console.log('skipped: there is no git here');
      this.skip();
    }
    this.timeout(400_000);
    made = await makeTemporaryFolder('dashboard');
    const folder = path.join(made, 'atlas');
    await mkdir(folder);
    await writeDashboardSet(folder, true);
    workbench = await openWorkbench({ folder, restricted: true, settings: { 'git.enabled': true } });
  });
  after(async () => {
    if (!hasGit) return;
    await workbench.close();
    await rm(made, { recursive: true, force: true });
  });

  it('shows the pages, and starts no program', async () => {
    const trap = path.join(workbench.folder, '.git/trap.sh');
    const sprung = path.join(workbench.folder, '.git/sprung');
    await writeFile(trap, `#!/bin/sh\ntouch '${sprung}'\n`);
    await chmod(trap, 0o755);
    await promisify(execFile)('git', ['config', 'core.fsmonitor', trap], { cwd: workbench.folder });
    await workbench.runCommand('Diagram Gates: Open Dashboard');
    const frame = await workbench.previewFrame(async (each) => (await each.locator('.cards').count()) > 0);
    await frame.getByRole('button', { name: 'Show Trend over Git History' }).click();
    await frame.getByText('The history is read only in a workspace that you trust.').waitFor({ timeout: 90_000 });
    const isSprung = await access(sprung).then(
      () => true,
      () => false,
    );
    assert.equal(isSprung, false);
  });
});
