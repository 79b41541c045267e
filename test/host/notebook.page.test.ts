/** Notebooks: the preview follows from cell to cell and leads back into them. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

const slow = { ms: 40_000 };

describe('the preview of a notebook', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async function () {
    // The first run on a machine installs VS Code.
    this.timeout(300_000);
    workbench = await openWorkbench({ folder: 'test/host/notebookPages' });
    await workbench.openFile('voyage.ipynb');
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      console.log(`what the screen showed: ${await workbench.screenshot(`failed ${currentTest.title}`)}`);
    }
  });
  after(() => workbench.close());

  const panel = (): Promise<Frame> =>
    workbench.previewFrame(async (frame) => (await frame.locator('.toolbar .tools').count()) > 0);
  const whenDrawn = (words: string): Promise<true> =>
    eventually(
      `the picture with “${words}”`,
      async () => {
        const shown = (await panel()).locator('.figure:not([hidden]) .picture svg', { hasText: words });
        return (await shown.count()) > 0 ? true : undefined;
      },
      slow,
    );
  /** Goes down some cells from the first, as its reader would. */
  const goToCell = async (index: number): Promise<void> => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.runCommand('Notebook: Focus First Cell');
    await workbench.runCommand('Notebook: Stop Editing All Cells');
    for (let at = 0; at < index; at += 1) await workbench.press('ArrowDown');
  };

  it('shows the diagram of the active cell', async () => {
    await goToCell(1);
    await workbench.runCommand('Diagram Gates: Open Diagram Preview to the Side');
    await whenDrawn('Quay, 9 m deep');
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Preview voyage.ipynb' }).count(), 1);
  });

  it('follows to another cell, and stays where a cell has none', async () => {
    await goToCell(3);
    await whenDrawn('home in 30 min');
    await goToCell(2);
    await goToCell(1);
    await whenDrawn('Quay, 9 m deep');
    await workbench.screenshot('preview-notebook');
  });

  it('leads from a shape to its text in the cell', async () => {
    const shape = (await panel()).locator('.figure:not([hidden]) .node', { hasText: 'Open sea' });
    await shape.click();
    // What the selection in the cell speaks of is marked in turn.
    const marked = (await panel()).locator('.figure:not([hidden]) .picture [data-marked]', { hasText: 'Open sea' });
    await eventually('the mark of what is selected', async () => ((await marked.count()) > 0 ? true : undefined), slow);
    await workbench.page.locator('.notebookOverlay .cell .selected-text').first().waitFor();
    await workbench.screenshot('preview-notebook-source');
  });
});
