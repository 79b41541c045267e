/** What helps with pictures larger than the panel: fitting the width, the minimap, full screen; and what the mouse may do. */
import assert from 'node:assert/strict';
import { axeViolations } from './axe.ts';
import { flowchart, sequence } from './figures.ts';
import type { Preview, TestDiagram } from './preview.ts';
import type { PreviewOptions } from './previewServer.ts';
import { usePreview } from './usePreview.ts';

const chain = (direction: string): string =>
  `flowchart ${direction}\n${Array.from({ length: 14 }, (_, index) => `  s${index}[Step ${index}] --> s${index + 1}[Step ${index + 1}]`).join('\n')}`;
const wide = { type: 'flowchart-v2', text: chain('LR') };
const high = { type: 'flowchart-v2', text: chain('TB') };

describe('preview: big pictures', function () {
  this.timeout(180_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (options?: PreviewOptions): Promise<void> => {
    preview = await openPreview(options);
  };

  const press = (key: string): Promise<void> => preview.page.keyboard.press(key);
  const scroll = (): Promise<readonly [number, number]> =>
    preview.page.locator('.scroller').evaluate((scroller) => [scroller.scrollLeft, scroller.scrollTop]);
  const minimap = (): ReturnType<Preview['page']['locator']> => preview.page.locator('.minimap');
  const drag = async (dx: number): Promise<void> => {
    await preview.page.mouse.move(400, 300);
    await preview.page.mouse.down();
    await preview.page.mouse.move(400 + dx, 300, { steps: 5 });
    await preview.page.mouse.up();
  };

  it('fits the width with W and its button, without a scroll bar below', async () => {
    await open();
    await preview.show([high]);
    await press('w');
    const [sheet, room, overflow] = await preview.page.evaluate(() => {
      const scroller = document.querySelector('.scroller');
      return [
        document.querySelector('.sheet')?.getBoundingClientRect().width ?? 0,
        scroller?.clientWidth ?? 0,
        (scroller?.scrollWidth ?? 0) - (scroller?.clientWidth ?? 0),
      ] as const;
    });
    assert.ok(room - sheet >= 30 && room - sheet <= 50, `${sheet} of ${room}`);
    assert.equal(overflow, 0);
    const button = preview.page.getByRole('button', { name: 'Fit width' });
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    await press('0');
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
  });

  it('has a minimap where a picture is larger than the view, and nowhere else', async () => {
    await open();
    await preview.show([wide]);
    assert.equal(await minimap().isVisible(), false);
    await press('0');
    await minimap().waitFor();
    await preview.screenshot('minimap');
    await press('f');
    await minimap().waitFor({ state: 'hidden' });
    await preview.show([flowchart], 0, 'small.md');
    assert.equal(await minimap().isVisible(), false);
  });

  it('shows in the minimap which part is seen', async () => {
    await open();
    await preview.show([wide]);
    await press('0');
    await minimap().waitFor();
    const share = (): Promise<readonly [number, number]> =>
      preview.page.evaluate(() => {
        const [part, whole] = ['.minimap-window', '.minimap'].map((name) =>
          document.querySelector(name)?.getBoundingClientRect(),
        );
        if (part === undefined || whole === undefined) return [-1, -1];
        return [(part.left - whole.left) / whole.width, (part.right - whole.left) / whole.width];
      });
    const seen = (): Promise<readonly [number, number]> =>
      preview.page.evaluate(() => {
        const [sheet, room] = ['.sheet', '.scroller'].map((name) =>
          document.querySelector(name)?.getBoundingClientRect(),
        );
        if (sheet === undefined || room === undefined) return [-1, -1];
        const at = (x: number): number => Math.min(1, Math.max(0, (x - sheet.left) / sheet.width));
        return [at(room.left), at(room.right)];
      });
    for (const left of [0, 300, 100_000]) {
      await preview.page.locator('.scroller').evaluate((scroller, to) => scroller.scrollTo(to, 0), left);
      await preview.page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      const [is, should] = [await share(), await seen()];
      assert.ok(
        Math.abs(is[0] - should[0]) < 0.02 && Math.abs(is[1] - should[1]) < 0.02,
        `${is.join()} for ${should.join()}`,
      );
    }
  });

  it('shows an empty sheet in the minimap where laying the picture out twice would stall the panel', async () => {
    await open({ budget: 60_000 });
    const formulas = (count: number): TestDiagram => ({
      type: 'flowchart-v2',
      text: `flowchart LR\n${Array.from({ length: count }, (_, index) => `  n${index}["$$x_{${index}}^2$$"] --> n${index + 1}`).join('\n')}`,
    });
    const isPainted = async (): Promise<boolean> => {
      await press('0');
      await minimap().waitFor();
      return preview.page.locator('.minimap-picture').isVisible();
    };
    await preview.show([formulas(40)]);
    assert.equal(await isPainted(), true);
    await preview.show([formulas(300)]);
    assert.equal(await isPainted(), false);
  });

  it('moves the view by a drag in the minimap', async () => {
    await open();
    await preview.show([wide]);
    await press('0');
    await minimap().waitFor();
    const box = await minimap().boundingBox();
    assert.ok(box !== null);
    await preview.page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
    await preview.page.mouse.down();
    await preview.page.waitForFunction(() => (document.querySelector('.scroller')?.scrollLeft ?? 0) > 0);
    const [half] = await scroll();
    await preview.page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 4 });
    await preview.page.mouse.up();
    const most = await preview.page
      .locator('.scroller')
      .evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
    await preview.page.waitForFunction((end) => document.querySelector('.scroller')?.scrollLeft === end, most);
    assert.ok(Math.abs(half - most / 2) < 10, `${half} of ${most}`);
  });

  it('shows nothing but the picture in full screen, asks VS Code for the room, and leaves with Escape', async () => {
    await open();
    await preview.show([flowchart, sequence]);
    await preview.page.getByRole('button', { name: 'Full screen' }).click();
    assert.equal((await preview.said('maximise')).on, true);
    assert.equal(await preview.page.locator('.toolbar').isVisible(), false);
    assert.equal(await preview.page.locator('.filmstrip').isVisible(), false);
    assert.deepEqual(await axeViolations(preview), []);
    await preview.screenshot('fullscreen');
    const before = preview.posted.length;
    await press('Control+f');
    await press('Escape');
    assert.equal(await preview.page.locator('.toolbar').isVisible(), false, 'the first Escape closes the search');
    await press('Escape');
    assert.equal((await preview.saidSince('maximise', before)).on, false);
    assert.equal(await preview.page.locator('.toolbar').isVisible(), true);
    assert.equal(await preview.page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Full screen');
    await preview.page.getByRole('button', { name: 'Full screen' }).click();
    await preview.page.getByRole('button', { name: 'Leave full screen' }).click();
    assert.equal(await preview.page.locator('.toolbar').isVisible(), true);
  });

  it('lets the mouse move and zoom with Alt alone where that was chosen', async () => {
    await open({ mouseNavigation: 'alt' });
    await preview.show([wide]);
    await press('0');
    await preview.page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
    await drag(-100);
    assert.deepEqual(await scroll(), [0, 0]);
    await preview.page.keyboard.down('Control');
    await preview.page.mouse.wheel(0, -40);
    await preview.page.keyboard.up('Control');
    await preview.page.keyboard.down('Alt');
    await drag(-100);
    assert.deepEqual(await scroll(), [100, 0]);
    assert.equal(await preview.page.locator('.size').innerText(), '100 %');
    await preview.page.mouse.wheel(0, -40);
    await preview.page.keyboard.up('Alt');
    await preview.page.waitForFunction(() => document.querySelector('.size')?.textContent !== '100 %');
  });

  it('leaves the mouse alone where that was chosen; the wheel still scrolls', async () => {
    await open({ mouseNavigation: 'never' });
    await preview.show([wide]);
    await press('0');
    await preview.page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
    await preview.page.keyboard.down('Alt');
    await drag(-100);
    await preview.page.keyboard.up('Alt');
    assert.deepEqual(await scroll(), [0, 0]);
    await preview.page.mouse.wheel(120, 0);
    await preview.page.waitForFunction(() => document.querySelector('.scroller')?.scrollLeft === 120);
    assert.equal(await preview.page.locator('.size').innerText(), '100 %');
  });
});
