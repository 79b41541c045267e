/** Insert Pattern… as its user sees it: the list, the picture of a pattern, the questions. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { caseStudyFolder } from '../../core/patterns/caseStudy/write.ts';
import { costBreakdown } from '../../core/patterns/cost/breakdown.ts';
import { fill } from '../../core/patterns/render.ts';
import { eventually } from '../support/eventually.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

const slow = { ms: 40_000 };

describe('the list of patterns', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async function () {
    // The first run on a machine installs VS Code.
    this.timeout(300_000);
    workbench = await openWorkbench({ folder: 'test/host/pages' });
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      console.log(`what the screen showed: ${await workbench.screenshot(`failed ${currentTest.title}`)}`);
    }
  });
  after(() => workbench.close());

  const widget = () => workbench.page.locator('.quick-input-widget:visible');
  const input = () => widget().locator('input.input');
  const rows = () => widget().locator('.monaco-list-row');
  const open = async (): Promise<void> => {
    await workbench.runCommand('Diagram Gates: Insert Pattern…');
    await workbench.page.locator('.quick-input-title', { hasText: 'Insert Pattern' }).waitFor();
  };
  /** Fills the question that stands under the step's number, and goes on. */
  const answer = async (step: string, value?: string): Promise<void> => {
    await workbench.page.locator('.quick-input-title', { hasText: `(${step})` }).waitFor();
    if (value !== undefined) await input().fill(value);
    await workbench.press('Enter');
  };

  it('is grouped, and found by what an input is called', async () => {
    await workbench.openFile('plain.md');
    await open();
    await rows().first().waitFor();
    assert.match(
      (await rows().first().innerText()).replaceAll(/\s+/g, ' '),
      /System architecture.*dg-architecture.*Systems/,
    );
    await workbench.screenshot('patterns-list');
    await input().fill('Whom it depends on');
    await eventually('the one that has that input', async () => {
      const texts = await rows().allInnerTexts();
      return texts.length === 1 && texts[0]?.includes('Request flow') === true ? true : undefined;
    });
    await workbench.press('Escape');
  });

  it('shows the picture of a pattern to the side and stays', async () => {
    await open();
    await input().fill('Blast radius');
    await rows().first().hover();
    await rows().first().getByRole('button', { name: 'Show Picture and Inputs' }).click();
    const page = await workbench.previewFrame(
      async (frame) => (await frame.locator('img[alt="Blast radius"]').count()) > 0,
    );
    await eventually(
      'the picture',
      async () => {
        const widths = await page
          .locator('img[alt="Blast radius"]')
          .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
        return widths.some((width) => width > 100) ? true : undefined;
      },
      slow,
    );
    assert.equal(await widget().count(), 1);
    await workbench.screenshot('patterns-picture');
    await workbench.press('Escape');
    await workbench.runCommand('View: Focus First Editor Group');
  });

  it('asks question by question, refuses what cannot be, goes back, and computes the totals', async () => {
    await open();
    await input().fill('Cost breakdown');
    await workbench.press('Enter');
    await workbench.page.locator('.quick-input-title', { hasText: 'Cost breakdown' }).waitFor();
    await input().fill('questions first');
    await workbench.press('Enter');
    await answer('1/8', 'Search');
    await answer('2/8');
    await answer('3/8', 'many');
    await widget().locator('.quick-input-message', { hasText: 'Write a number such as 33.4' }).waitFor();
    await workbench.screenshot('patterns-question');
    await input().fill('2.50');
    await workbench.press('Enter');
    await answer('4/8', '40.4');
    for (const step of ['5/8', '6/8', '7/8', '8/8']) await answer(step);
    await widget().waitFor({ state: 'hidden' });
    await workbench.page.locator('.view-line', { hasText: 'Search: cost in May 2026' }).waitFor();
    await workbench.screenshot('patterns-inserted');
    await workbench.press('Escape');
    await workbench.press('Control+S');
    const wanted = fill(costBreakdown, { answers: { system: 'Search', users: '2.50', computeNow: '40.4' } });
    const saved = await eventually(
      'the page on disk',
      async () => {
        const text = await readFile(path.join(workbench.folder, 'plain.md'), 'utf8');
        return text.includes('Search: cost') ? text : undefined;
      },
      slow,
    );
    assert.ok(saved.includes(wanted), saved);
    assert.match(saved, /\*\*111\.5\*\*/);
  });

  it('writes a case study as a folder, asks before it replaces one, and says that nothing is lacking', async () => {
    const page = (name: string): string => path.join(workbench.folder, 'case-study-tonewave', name);
    const write = async (): Promise<void> => {
      await workbench.runCommand('Diagram Gates: Insert Case Study…');
      await workbench.page.locator('.quick-input-title', { hasText: 'Insert Case Study' }).waitFor();
      await input().fill('folder');
      await workbench.press('Enter');
      for (let step = 1; step <= 9; step += 1) await answer(`${step}/9`);
      await widget().locator('.quick-input-message', { hasText: 'The folder in the workspace' }).waitFor();
      await workbench.press('Enter');
    };
    await write();
    await workbench.page.locator('.view-line', { hasText: 'Tonewave: global architecture' }).waitFor();
    for (const { file, text } of caseStudyFolder()) assert.equal(await readFile(page(file), 'utf8'), text);

    await writeFile(page('scale.md'), 'ours');
    await write();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Replace it?').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await readFile(page('scale.md'), 'utf8'), 'ours');

    await workbench.runCommand('Diagram Gates: Check Case Study');
    await workbench.page.locator('.quick-input-title', { hasText: 'Check Case Study' }).waitFor();
    await rows().first().waitFor();
    const texts = (await rows().allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' ').trim());
    // The name and the count stand in places of their own, without a space between.
    assert.equal(texts[0], 'Growth and scale0 of 2');
    assert.equal(texts[1], 'Global architecture1 of 1');
    await workbench.screenshot('case-study-check');
    await workbench.press('Escape');
  });
});
