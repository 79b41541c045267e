/** The pictures of the README, taken of what a newcomer sees after `npm start`. `UPDATE_IMAGES=1` also writes docs/images. */
import assert from 'node:assert/strict';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { projectRoot } from '../support/paths.ts';
import { hasPicture } from '../support/previewPage.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

const images = path.join(projectRoot, 'docs/images');

async function keep(workbench: Workbench, name: string): Promise<void> {
  const picture = await workbench.screenshot(name);
  if (process.env['UPDATE_IMAGES'] === undefined) return;
  await mkdir(images, { recursive: true });
  await copyFile(picture, path.join(images, `${name}.png`));
}

describe('the sample pages, as a newcomer sees them', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async function () {
    this.timeout(300_000);
    workbench = await openWorkbench({
      folder: 'samples',
      theme: 'dark',
      size: { width: 1400, height: 860 },
      // Sharp on the screens on which most people read it.
      scale: 2,
      settings: { 'editor.minimap.enabled': false, 'workbench.sideBar.location': 'right' },
    });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  });

  after(() => workbench.close());

  it('show the healthy architecture page drawn beside its text', async () => {
    await workbench.openFile('architecture.md');
    await workbench.goTo(12);
    await workbench.runCommand('Diagram Gates: Open Diagram Preview to the Side');
    await workbench.previewFrame(hasPicture);
    const gates = await eventually('all gates passed', async () =>
      (await workbench.statusBar()).find((entry) => /◆\s*(\d+)\/\1 gates/.test(entry)),
    );
    assert.match(gates, /gates/);
    await keep(workbench, 'architecture');
  });

  it('have a fault underlined, listed in Problems, and the last good picture beside it', async () => {
    await workbench.goTo(22);
    await workbench.press('Shift+End');
    await workbench.type('        log[Kafka 3.7 (5 brokers)]');
    const row = await eventually('the fault in Problems', async () =>
      (await workbench.problems()).find((text) => text.includes('diagram-gates') && text.includes('[Ln 22, ')),
    );
    assert.match(row, /double quotes/);
    const frame = await workbench.previewFrame(hasPicture);
    await eventually('the strip', async () =>
      (await frame.locator('body').innerText()).includes('double quotes') ? true : undefined,
    );
    await keep(workbench, 'overview');
  });

  it('have every fault of the broken page listed at its place', async () => {
    await workbench.openFile('broken.md');
    const rows = await eventually('the faults in Problems', async () => {
      const found = (await workbench.problems()).filter((text) => text.includes('diagram-gates'));
      return found.length >= 5 ? found : undefined;
    });
    for (const line of [1, 10, 17, 26])
      assert.ok(
        rows.some((row) => row.includes(`[Ln ${line}, `)),
        `line ${line}`,
      );
    await keep(workbench, 'broken');
  });
});
