/** Finding words in the diagrams of a page: what counts as a hit, where it is marked, how one steps through them. */
import assert from 'node:assert/strict';
import { axeViolations } from './axe.ts';
import { brokenFlowchart, flowchart, pie, sequence } from './figures.ts';
import type { Preview } from './preview.ts';
import type { PreviewOptions } from './previewServer.ts';
import { usePreview } from './usePreview.ts';

const region = (name: string) => ({
  type: 'flowchart-v2',
  text: `flowchart TD\n  a["${name}<br/>gateway"] --> b["Orders"]`,
});

describe('preview: search', function () {
  this.timeout(180_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (options?: PreviewOptions): Promise<void> => {
    preview = await openPreview(options);
  };

  const press = (key: string): Promise<void> => preview.page.keyboard.press(key);
  const bar = (): ReturnType<Preview['page']['locator']> => preview.page.locator('.search');
  const count = (words: string): Promise<void> =>
    preview.page.locator('.search-count', { hasText: new RegExp(`^${words}$`) }).waitFor();
  /** Which diagrams are seen, by the numbers in their strips. */
  const seen = async (): Promise<string> => (await preview.strips()).join();

  it('opens with Ctrl+F and with its button, and closes with Escape, which gives the focus back', async () => {
    await open();
    await preview.show([flowchart]);
    await preview.page.locator('.strip-go').first().focus();
    await press('Control+f');
    assert.equal(await bar().isVisible(), true);
    assert.equal(await preview.page.evaluate(() => document.activeElement?.className), 'search-input');
    await press('Escape');
    assert.equal(await bar().isVisible(), false);
    assert.equal(await preview.page.evaluate(() => document.activeElement?.className), 'strip-go');
    await preview.page.getByRole('button', { name: 'Find in diagrams' }).click();
    assert.equal(await bar().isVisible(), true);
    await preview.page.getByRole('button', { name: 'Close' }).click();
    assert.equal(await bar().isVisible(), false);
  });

  it('keeps what is typed from zooming the picture and from VS Code', async () => {
    await open();
    await preview.show([flowchart]);
    await preview.page.evaluate(() => {
      const keys: string[] = [];
      Reflect.set(window, 'keys', keys);
      window.addEventListener('keydown', (event) => keys.push(event.key));
    });
    await press('Control+f');
    await preview.page.keyboard.type('+f0');
    await press('Enter');
    await press('Escape');
    assert.deepEqual(await preview.page.evaluate(() => Reflect.get(window, 'keys') as unknown), ['Control']);
    assert.equal(await preview.page.locator('.size').innerText(), '100 %');
  });

  it('marks each hit where it stands, whatever its case and its line breaks', async () => {
    await open();
    await preview.show([region('Region north')]);
    await press('Control+f');
    await preview.page.keyboard.type('NORTH gate');
    await count('1 of 1');
    const [mark, label] = await preview.page.evaluate(() => {
      const hits = [...document.querySelectorAll('.hit[data-current]')].map((hit) => hit.getBoundingClientRect());
      const node = document.querySelector('.picture')?.shadowRoot?.querySelector('.node')?.getBoundingClientRect();
      return [hits, node] as const;
    });
    assert.ok(mark.length >= 2, `${mark.length} boxes for two lines`);
    assert.ok(label !== undefined);
    for (const box of mark) {
      assert.ok(box.width > 10 && box.height > 8, JSON.stringify(box));
      assert.ok(
        box.left >= label.left && box.right <= label.right && box.top >= label.top && box.bottom <= label.bottom,
      );
    }
  });

  it('steps with Enter through the diagrams of the page, back with Shift+Enter, and around at the ends', async () => {
    await open();
    await preview.show([region('Region north'), sequence, region('Region south')], 1);
    await press('Control+f');
    await preview.page.keyboard.type('gateway');
    await count('2 of 4');
    assert.match(await seen(), /2 of 3/);
    await press('Enter');
    await count('3 of 4');
    await press('Enter');
    await count('4 of 4');
    assert.match(await seen(), /3 of 3/);
    await preview.page.locator('.figure:not([hidden]) .hit[data-current]').first().waitFor();
    await press('Enter');
    await count('1 of 4');
    assert.match(await seen(), /1 of 3/);
    await press('Shift+Enter');
    await count('4 of 4');
    assert.equal((await preview.said('goTo')).diagram, 2);
  });

  it('draws only those diagrams out of sight that may have a hit', async () => {
    await open();
    await preview.show([pie, flowchart, sequence, region('Region north')]);
    assert.equal((await preview.renders()).length, 1);
    await press('Control+f');
    await preview.page.locator('.search-input').fill('insert');
    await count('1 of 1');
    assert.deepEqual(await preview.renders(), [pie.text, sequence.text]);
  });

  it('scrolls a hit into view', async () => {
    await open({ height: 420 });
    await preview.show([region('Region north'), region('Region east'), region('Region south')]);
    await preview.choose('Whole page');
    await press('Control+f');
    await preview.page.keyboard.type('south');
    await count('1 of 1');
    await preview.page.waitForFunction(() => {
      const [hit, room] = ['.hit[data-current]', '.scroller'].map((selector) =>
        document.querySelector(selector)?.getBoundingClientRect(),
      );
      return hit !== undefined && room !== undefined && hit.top >= room.top && hit.bottom <= room.bottom;
    });
  });

  it('follows an edit, and forgets its marks when it is closed', async () => {
    await open();
    await preview.show([flowchart]);
    await press('Control+f');
    await preview.page.keyboard.type('97 rps');
    await count('1 of 1');
    await preview.show([{ ...flowchart, text: flowchart.text.replace('97', '98') }]);
    await count('No results');
    assert.equal(await preview.page.locator('.hit').count(), 0);
    await preview.show([flowchart]);
    await count('1 of 1');
    await press('Escape');
    assert.equal(await preview.page.locator('.hit').count(), 0);
  });

  it('leads to a diagram without a picture by the words of its text', async () => {
    await open();
    await preview.show([flowchart, { ...brokenFlowchart, text: brokenFlowchart.text.replace('RPS', 'requests') }]);
    await press('Control+f');
    await preview.page.keyboard.type('requests');
    await count('1 of 1');
    assert.match(await seen(), /2 of 2/);
  });

  it('stops at a thousand hits', async () => {
    await open();
    await preview.show([{ type: 'flowchart-v2', text: `flowchart LR\n  a["${'hit '.repeat(1_100)}"]` }]);
    await press('Control+f');
    await preview.page.locator('.search-input').fill('hit');
    await count('1 of 1000');
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`is clean and legible: ${theme}, wide and narrow`, async () => {
      for (const width of [720, 280]) {
        await open({ theme, width });
        await preview.show([flowchart, sequence]);
        await press('Control+f');
        await preview.page.keyboard.type('orders');
        await count('1 of 3');
        await preview.screenshot(`search-${theme}-${width}`);
        assert.deepEqual(await axeViolations(preview), []);
        if (width === 720) await preview.close();
      }
    });
  }
});
