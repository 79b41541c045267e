/**
 * The first minutes: the walkthrough with its pictures and buttons, the example page, and how to ask for less.
 * `UPDATE_IMAGES=1` also takes the walkthrough's pictures.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { walkthroughs } from '../../extension/walkthrough.ts';
import { eventually } from '../support/eventually.ts';
import { projectRoot } from '../support/paths.ts';
import { hasPicture } from '../support/previewPage.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

const [walkthrough] = walkthroughs;

/** Chooses the row of the quick input that has a text. */
async function choose({ page }: Workbench, text: string): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
}

const shownRow = ({ page }: Workbench, text: string): Locator =>
  page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

describe('a newcomer’s first minutes', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let folder: string;

  before(async function () {
    this.timeout(300_000);
    folder = await mkdtemp(path.join(tmpdir(), 'diagram-gates-empty-'));
    workbench = await openWorkbench({ folder, theme: 'dark', size: { width: 1400, height: 860 } });
  });

  after(async () => {
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('have a walkthrough whose steps show their pictures and lead on', async () => {
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await choose(workbench, walkthrough.title);
    const { page } = workbench;
    const steps = page.locator('.gettingStartedDetailsContent .getting-started-step .step-title');
    await steps.first().waitFor();
    assert.deepEqual(
      await steps.allInnerTexts(),
      walkthrough.steps.map(({ title }) => title),
    );
    for (const { title, media } of walkthrough.steps) {
      await steps.filter({ hasText: title }).click();
      const picture = page.locator('.gettingStartedDetailsContent .getting-started-media img');
      await eventually(media.altText, async () =>
        (await picture.getAttribute('alt')) === media.altText &&
        (await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)) !== 0
          ? true
          : undefined,
      );
    }
    await steps.first().click();
    await workbench.screenshot('walkthrough');
    for (const { media } of walkthrough.steps) {
      for (const file of Object.values(media.image)) assert.ok(existsSync(path.join(projectRoot, file)), file);
    }
  });

  it('show faults on an example page that is written nowhere', async () => {
    await workbench.page
      .locator('.getting-started-step.expanded .button-container .monaco-button', { hasText: 'Open Example Page' })
      .click();
    const squiggle = await eventually('the fault', async () =>
      (await workbench.squiggles()).find(({ severity }) => severity === 'error'),
    );
    assert.equal(squiggle.text, '(');
    const problems = await eventually('the sum', async () => {
      const found = await workbench.problems();
      return found.some((row) => row.includes('DG601')) ? found : undefined;
    });
    // A parser's list of tokens is not what a newcomer reads first.
    assert.ok(!problems.some((row) => row.includes('Expecting')), problems.join('\n'));
    const rules = problems.flatMap((row) => /DG\d{3}/.exec(row)?.[0] ?? []);
    assert.deepEqual(rules.toSorted(), ['DG010', 'DG401', 'DG601']);
    await workbench.screenshot('example-page');
  });

  it('offer to check less where what a page says is found wanting, and then say less', async () => {
    await workbench.page.locator('.monaco-editor .view-line').first().click();
    await workbench.goTo(1, 4);
    await workbench.press('Control+.');
    const less = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Choose what is checked…' });
    await less.waitFor();
    await workbench.screenshot('check-less');
    await less.click();
    await shownRow(workbench, 'Only whether diagrams render').waitFor();
    await workbench.screenshot('choose-profile');
    await choose(workbench, 'Only whether diagrams render');
    await choose(workbench, 'In this workspace');
    const left = await eventually('the fault alone', async () => {
      const found = await workbench.problems();
      return found.some((row) => row.includes('DG401')) ? undefined : found;
    });
    assert.ok(left.some((row) => row.includes('DG010')));
    assert.equal(left.length, 2, left.join('\n'));
  });
});

if (process.env['UPDATE_IMAGES'] !== undefined) {
  describe('the walkthrough’s pictures', function () {
    this.timeout(300_000);

    for (const theme of ['light', 'dark'] as const) {
      it(`are taken in ${theme}`, async () => {
        const workbench = await openWorkbench({
          folder: 'samples',
          theme,
          size: { width: 1000, height: 640 },
          settings: {
            'breadcrumbs.enabled': false,
            'workbench.editor.editorActionsLocation': 'hidden',
            'workbench.statusBar.visible': true,
          },
        });
        try {
          await take(workbench, theme);
        } finally {
          await workbench.close();
        }
      });
    }
  });
}

async function take(workbench: Workbench, theme: string): Promise<void> {
  const folder = path.join(projectRoot, 'media/walkthrough');
  await mkdir(folder, { recursive: true });
  const { page } = workbench;
  const keep = (step: string, top: number, height: number): Promise<unknown> =>
    page.screenshot({ path: path.join(folder, `${step}-${theme}.png`), clip: { x: 0, y: top, width: 1000, height } });
  /** Runs a command that asks something, and keeps its question. */
  const keepQuestion = async (step: string, command: string, row: string): Promise<void> => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-box input').fill(`>Diagram Gates: ${command}`);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }).waitFor();
    await page.keyboard.press('Enter');
    await shownRow(workbench, row).waitFor();
    await keep(step, 0, 480);
    await workbench.press('Escape');
  };

  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand('View: Hide Activity Bar');
  await workbench.runCommand('Diagram Gates: Open Example Page');
  await eventually('the fault', async () =>
    (await workbench.squiggles()).some(({ severity }) => severity === 'error') ? true : undefined,
  );
  await workbench.goTo(5, 64);
  const lamp = page.locator('.action-widget .monaco-list-row', { hasText: 'double quotes' });
  await eventually('the lamp', async () => {
    // A list that was asked for too early has nothing for this place, and closes.
    if (!(await lamp.isVisible())) await workbench.press('Control+.');
    return lamp.waitFor({ timeout: 5000 }).then(
      () => true as const,
      () => undefined,
    );
  });
  await keep('faults', 36, 440);
  await workbench.press('Escape');
  await keepQuestion('patterns', 'Insert Pattern…', 'System architecture');
  await keepQuestion('profile', 'Choose What Is Checked…', 'Only whether diagrams render');

  await workbench.openFile('architecture.md');
  await workbench.goTo(16, 12);
  await workbench.runCommand('Diagram Gates: Open Diagram Preview to the Side');
  await workbench.previewFrame(hasPicture);
  await eventually('the gates', async () =>
    (await workbench.statusBar()).some((entry) => entry.includes('gates')) ? true : undefined,
  );
  await keep('preview', 36, 604);

  await workbench.runCommand('View: Close All Editor Groups');
  const discard = page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
  await discard.click();
  await workbench.runCommand('Diagram Gates: Open Dashboard');
  await workbench.previewFrame(async (frame) => {
    const text = await frame.locator('body').innerText();
    return text.includes('incident.md') && text.includes('costs.md') && !/Checking \d+ of/.test(text);
  });
  await keep('workspace', 36, 604);
}
