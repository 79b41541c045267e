/** Zooming and panning with keys, wheel and pointer; what the view keeps. */
import assert from 'node:assert/strict';
import { flowchart, pie, sequence } from './figures.ts';
import type { Preview } from './preview.ts';
import { usePreview } from './usePreview.ts';

const wide = {
  type: 'flowchart-v2',
  text: `flowchart LR\n${Array.from({ length: 14 }, (_, index) => `  s${index}[Step ${index}] --> s${index + 1}[Step ${index + 1}]`).join('\n')}`,
};

describe('preview: pan and zoom', function () {
  this.timeout(120_000);
  const openPreview = usePreview();
  let preview: Preview;

  beforeEach(async () => {
    preview = await openPreview();
  });
  const scale = (): Promise<number> =>
    preview.page
      .locator('.figure:not([hidden]) .sheet')
      .first()
      .evaluate((sheet) => Number(sheet.style.getPropertyValue('--scale')));
  const scroll = (): Promise<readonly [number, number]> =>
    preview.page.locator('.scroller').evaluate((scroller) => [scroller.scrollLeft, scroller.scrollTop]);
  const press = (key: string): Promise<void> => preview.page.keyboard.press(key);

  it('fits a picture into the window at first and never enlarges it by itself', async () => {
    await preview.show([wide]);
    assert.ok((await scale()) < 0.5);
    const overflow = await preview.page
      .locator('.scroller')
      .evaluate(
        (scroller) => scroller.scrollWidth > scroller.clientWidth || scroller.scrollHeight > scroller.clientHeight,
      );
    assert.equal(overflow, false);
    await preview.show([{ ...flowchart, text: 'flowchart LR\n  A --> B' }], 0, 'small.md');
    assert.equal(await scale(), 1);
  });

  it('zooms with + and -, 0 gives the natural size and F fills the window', async () => {
    await preview.show([flowchart]);
    await press('+');
    assert.equal(await scale(), 1.25);
    await press('=');
    assert.equal(await scale(), 1.5625);
    await press('-');
    assert.equal(await scale(), 1.25);
    await press('0');
    assert.equal(await scale(), 1);
    await press('f');
    const fitted = await scale();
    const room = await preview.page.evaluate(() => {
      const [sheet, scroller] = [document.querySelector('.sheet'), document.querySelector('.scroller')];
      return (scroller?.clientWidth ?? 0) - (sheet?.getBoundingClientRect().width ?? 0);
    });
    assert.ok(fitted > 1 && Math.round(room) === 32, `scale ${fitted}, ${room} px left`);
  });

  it('shows the scale in the toolbar, whose buttons do the same', async () => {
    await preview.show([flowchart]);
    await preview.page.getByRole('button', { name: 'Zoom in' }).click();
    assert.equal(await preview.page.locator('.size').innerText(), '125 %');
    await preview.page.getByRole('button', { name: /Actual size/ }).click();
    assert.equal(await preview.page.locator('.size').innerText(), '100 %');
    await preview.page.getByRole('button', { name: 'Zoom out' }).click();
    assert.equal(await scale(), 0.8);
  });

  it('stays within its limits', async () => {
    await preview.show([flowchart]);
    for (let times = 0; times < 20; times += 1) await press('+');
    assert.equal(await scale(), 10);
    for (let times = 0; times < 40; times += 1) await press('-');
    assert.equal(await scale(), 0.05);
  });

  it('zooms at the pointer with Ctrl and the wheel', async () => {
    await preview.show([wide]);
    await press('0');
    const at = { x: 400, y: 300 };
    const under = (): Promise<readonly [number, number]> =>
      preview.page.locator('.sheet').evaluate((sheet, { x, y }) => {
        const box = sheet.getBoundingClientRect();
        return [(x - box.left) / box.width, (y - box.top) / box.height];
      }, at);
    await preview.page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(500, 0));
    const before = await under();
    await preview.page.mouse.move(at.x, at.y);
    await preview.page.keyboard.down('Control');
    await preview.page.mouse.wheel(0, -40);
    await preview.page.keyboard.up('Control');
    await preview.page.waitForFunction(() => document.querySelector('.size')?.textContent !== '100 %');
    const after = await under();
    assert.ok(Math.abs(after[0] - before[0]) < 0.001, `${String(before)} became ${String(after)}`);
    assert.ok((await scale()) > 1.2);
  });

  it('pans with the wheel, with arrows and by dragging', async () => {
    await preview.show([wide]);
    await press('0');
    await preview.page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
    await press('ArrowRight');
    assert.deepEqual(await scroll(), [40, 0]);
    await press('Shift+ArrowRight');
    assert.deepEqual(await scroll(), [240, 0]);
    await press('ArrowLeft');
    assert.deepEqual(await scroll(), [200, 0]);
    await preview.page.mouse.move(400, 300);
    await preview.page.mouse.down();
    await preview.page.mouse.move(300, 300, { steps: 5 });
    await preview.page.mouse.up();
    assert.deepEqual(await scroll(), [300, 0]);
    await preview.page.mouse.wheel(100, 0);
    await preview.page.waitForFunction(() => document.querySelector('.scroller')?.scrollLeft === 400);
  });

  it('pinches with two fingers', async () => {
    await preview.show([flowchart]);
    const cdp = await preview.page.context().newCDPSession(preview.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: readonly number[]): Promise<unknown> =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y: 300, id })) });
    await touch('touchStart', 300, 400);
    for (let step = 1; step <= 5; step += 1) await touch('touchMove', 300 - 10 * step, 400 + 10 * step);
    await touch('touchEnd');
    const zoomed = await scale();
    assert.ok(zoomed > 1.7 && zoomed < 2.2, `scale ${zoomed}`);
  });

  it('takes a key on a button for what it is, after a finger has dragged', async () => {
    await preview.show([wide]);
    await press('0');
    const cdp = await preview.page.context().newCDPSession(preview.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: readonly number[]): Promise<unknown> =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x) => ({ x, y: 300 })) });
    await touch('touchStart', 400);
    for (let step = 1; step <= 5; step += 1) await touch('touchMove', 400 - 20 * step);
    await touch('touchEnd');
    assert.ok((await scroll())[0] > 0, 'the finger dragged');
    await preview.page.locator('.figure:not([hidden]) .strip-go').focus();
    await press('Enter');
    await preview.said('reveal');
  });

  it('keeps zoom and place through an edit', async () => {
    await preview.show([wide]);
    await press('0');
    await press('+');
    await press('Shift+ArrowRight');
    const before = [await scale(), await scroll()];
    await preview.show([{ ...wide, text: wide.text.replace('Step 3', 'Step three') }]);
    assert.deepEqual([await scale(), await scroll()], before);
  });

  it('keeps a fitted picture from breathing when an edit changes its size a little', async () => {
    await preview.show([wide]);
    const before = await scale();
    await preview.show([{ ...wide, text: wide.text.replaceAll('Step 14', 'S') }]);
    assert.equal(await scale(), before);
  });

  it('keeps a zoom for each diagram', async () => {
    await preview.show([flowchart, sequence]);
    await press('+');
    await preview.moveTo(1);
    await preview.page.locator('.figure[data-state="drawn"]:not([hidden])').filter({ hasText: 'Sequence' }).waitFor();
    assert.equal(await scale(), 1);
    await preview.moveTo(0);
    await preview.page.locator('.figure:not([hidden])').filter({ hasText: 'Flowchart' }).waitFor();
    assert.equal(await scale(), 1.25);
  });

  it('fits each picture of the page to the width and scrolls to the one under the cursor', async () => {
    await preview.show([wide, sequence, pie]);
    await preview.choose('Whole page');
    await preview.page.locator('.figure[data-state="drawn"]').nth(2).waitFor();
    const widths = await preview.page
      .locator('.sheet')
      .evaluateAll((sheets) => sheets.map((sheet) => Math.round(sheet.getBoundingClientRect().width)));
    const inner = await preview.page.locator('.scroller').evaluate((scroller) => scroller.clientWidth);
    assert.equal(widths[0], inner - 32);
    assert.ok(
      widths.every((width) => width <= inner - 32),
      String(widths),
    );
    await preview.moveTo(2);
    await preview.page.waitForFunction(() => (document.querySelector('.scroller')?.scrollTop ?? 0) > 0);
    assert.equal(await preview.page.locator('[data-current]').getAttribute('aria-label'), 'Pie chart at line 21');
  });

  it('has one tab stop in the toolbar and moves inside with arrows', async () => {
    await preview.show([flowchart]);
    await press('Tab');
    const focused = (): Promise<string | null> =>
      preview.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
    assert.equal(await focused(), 'This diagram');
    await press('ArrowRight');
    assert.equal(await focused(), 'Whole page');
    await press('End');
    assert.equal(await focused(), 'Lock to this diagram');
    await press('ArrowRight');
    assert.equal(await focused(), 'This diagram');
    await press('Tab');
    assert.equal(await focused(), 'Diagrams');
  });

  it('leaves keys with Ctrl, Alt or Cmd to VS Code', async () => {
    await preview.show([flowchart]);
    await preview.page.evaluate(() => {
      const keys: string[] = [];
      Reflect.set(window, 'keys', keys);
      window.addEventListener('keydown', (event) => keys.push(event.key));
    });
    await press('+');
    await press('Alt+f');
    await press('x');
    assert.deepEqual(await preview.page.evaluate(() => Reflect.get(window, 'keys') as unknown), ['Alt', 'f', 'x']);
    assert.equal(await scale(), 1.25);
  });
});
