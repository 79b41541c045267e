/** What a user sees: the line under a fault, the entry in Problems, the preview beside the text. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

describe('the window of VS Code', function () {
  this.timeout(60_000);
  let workbench: Workbench;
  let close = (): Promise<void> => Promise.resolve();

  before(async function () {
    // The first run on a machine installs VS Code.
    this.timeout(300_000);
    // The other gates ask more of a page than these small ones hold.
    workbench = await openWorkbench({ folder: 'test/host/pages', settings: { 'diagramGates.profile': 'syntax' } });
    ({ close } = workbench);
  });

  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      const picture = await workbench.screenshot(`failed ${currentTest.title}`);
      console.log(`what the screen showed: ${picture}`);
    }
  });

  after(() => close());

  it('has a line under the fault of a diagram until typing mends it', async () => {
    await workbench.openFile('to-mend.md');
    const [squiggle] = await eventually('the squiggle', async () => {
      const found = await workbench.squiggles();
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(squiggle, { severity: 'error', line: 5, text: '(' });

    await workbench.goTo(5);
    await workbench.press('Shift+End');
    await workbench.type('  traveller[Traveller] --> desk["Booking desk (counter)"]');
    await eventually('a screen without squiggles', async () =>
      (await workbench.squiggles()).length === 0 ? true : undefined,
    );
  });

  it('lists the fault in Problems', async () => {
    await workbench.openFile('broken.md');
    const row = await eventually('the row in Problems', async () =>
      (await workbench.problems()).find((text) => text.includes('[Ln 5, ')),
    );
    assert.match(row, /diagram-gates/);
  });

  it('shows the diagram in the preview that the command opens', async () => {
    await workbench.openFile('sound.md');
    await workbench.runCommand('Diagram Gates: Open Diagram Preview to the Side');
    const showsDiagram = async (frame: Frame): Promise<boolean> =>
      (await frame.locator('svg', { hasText: 'Booking desk' }).count()) > 0;
    const frame = await workbench.previewFrame(showsDiagram);
    assert.deepEqual((await frame.locator('svg .node').allTextContents()).map((text) => text.trim()).sort(), [
      'Booking desk',
      'Seats',
      'Traveller',
    ]);
  });
});
