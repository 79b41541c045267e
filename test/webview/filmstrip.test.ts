/** The list of the page's diagrams: what it says of each, where it leads, and how little of a long page is drawn. */
import assert from 'node:assert/strict';
import { axeViolations } from './axe.ts';
import { brokenFlowchart, flowchart, pie, sequence } from './figures.ts';
import type { Preview } from './preview.ts';
import type { TestDiagram } from './preview.ts';
import type { PreviewOptions } from './previewServer.ts';
import { usePreview } from './usePreview.ts';

const found = { error: 0, warning: 2, info: 1, words: ['Line 3: Two labels have a contrast of 2.1:1.'] };

const page: readonly TestDiagram[] = [
  { ...flowchart, title: 'The way of an order' },
  { ...brokenFlowchart, title: 'Storage', fix: 'Close the label', findings: { ...found, error: 1 } },
  { ...sequence, title: 'What a client waits for', findings: found },
  pie,
];

/** Diagrams that all differ, each under a heading of its own. */
const many = (count: number): readonly TestDiagram[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'pie',
    title: `Month ${index + 1}`,
    text: `pie title Bill of month ${index + 1}\n  "Compute" : ${60 + index}\n  "Storage" : 40`,
  }));

describe('preview: the list of diagrams', function () {
  this.timeout(180_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (options?: PreviewOptions): Promise<void> => {
    preview = await openPreview(options);
  };

  /** The buttons' names, as they are heard. */
  const names = async (): Promise<readonly string[]> => {
    const snapshot = await preview.page.locator('.filmstrip').ariaSnapshot();
    return [...snapshot.matchAll(/button "(.*?)"/g)].map((match) => match[1] ?? '');
  };
  const press = (key: string): Promise<void> => preview.page.keyboard.press(key);

  it('says what each diagram is called, of which type it is, whether it renders and what was found in it', async () => {
    await open();
    await preview.show(page, 2);
    assert.deepEqual(await names(), [
      '1 The way of an order Flowchart not drawn yet',
      '2 Storage Flowchart The label of Orders is not closed: add )] 4 found: errors 1, warnings 2, remarks 1',
      '3 What a client waits for Sequence diagram 3 found: errors 0, warnings 2, remarks 1',
      '4 Pie chart not drawn yet',
    ]);
    assert.deepEqual(
      await preview.page
        .locator('.film')
        .evaluateAll((films) => films.map((film) => (film as HTMLElement).dataset['state'])),
      ['drawing', 'broken', 'drawn', 'drawing'],
    );
    assert.equal(await preview.page.locator('.film[aria-current="true"] .found span').first().innerText(), '3');
    assert.equal(await preview.page.locator('.film .found').nth(1).getAttribute('data-gravest'), 'warning');
  });

  it('leads to a diagram by a click, at once, and tells the host', async () => {
    await open();
    await preview.show(page, 0);
    await preview.page.locator('.film').nth(3).click();
    await preview.page.locator('.figure:not([hidden])[data-state="drawn"]').filter({ hasText: 'Pie' }).waitFor();
    const asked = await preview.said('goTo');
    assert.equal(asked.diagram, 3);
    assert.equal(await preview.page.locator('.film[aria-current="true"]').innerText(), '4\nPie chart');
  });

  it('is one tab stop with the arrow keys inside; the focus survives edits that add and remove diagrams', async () => {
    await open();
    await preview.show(page, 0);
    const focused = (): Promise<string | null> =>
      preview.page.evaluate(() => document.activeElement?.textContent ?? null);
    await preview.page.locator('.film').first().focus();
    assert.equal(await preview.page.locator('.film[tabindex="0"]').count(), 1);
    await press('ArrowRight');
    await press('ArrowDown');
    assert.match((await focused()) ?? '', /^3What a client waits for/);
    await preview.show([...page, ...many(2)], 0);
    assert.match((await focused()) ?? '', /^3What a client waits for/);
    await preview.show(page.slice(0, 3), 0);
    assert.match((await focused()) ?? '', /^3What a client waits for/);
    await press('Enter');
    assert.equal((await preview.said('goTo')).diagram, 2);
    await press('Home');
    assert.match((await focused()) ?? '', /^1The/);
    await press('ArrowUp');
    assert.match((await focused()) ?? '', /^3What/);
  });

  it('is not there for a single diagram, and goes and comes back with its button', async () => {
    await open();
    await preview.show([flowchart]);
    assert.equal(await preview.page.locator('.filmstrip').isVisible(), false);
    const button = preview.page.getByRole('button', { name: 'Diagrams of the page' });
    assert.equal(await button.isVisible(), false);
    await preview.show(page);
    assert.equal(await preview.page.locator('.filmstrip').isVisible(), true);
    await button.click();
    assert.equal(await preview.page.locator('.filmstrip').isVisible(), false);
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    await button.click();
    assert.equal(await preview.page.locator('.filmstrip').isVisible(), true);
  });

  it('leaves a narrow panel to the picture until it is asked for', async () => {
    await open({ width: 280, height: 480 });
    await preview.show(page);
    assert.equal(await preview.page.locator('.filmstrip').isVisible(), false);
    await preview.page.getByRole('button', { name: 'Diagrams of the page' }).click();
    assert.equal(await preview.page.locator('.filmstrip').isVisible(), true);
    await preview.screenshot('filmstrip-narrow');
  });

  it('shows the findings of a diagram above its picture, which lead to them', async () => {
    await open();
    await preview.show(page, 2);
    const mark = preview.page.locator('.figure:not([hidden])').getByRole('button', { name: /errors 0, warnings 2/ });
    assert.equal(await mark.getAttribute('title'), found.words[0]);
    await mark.click();
    assert.equal((await preview.said('revealFindings')).diagram, 2);
  });

  it('offers the repair of a fault beside it, and asks the host for it', async () => {
    await open();
    await preview.show(page, 1);
    await preview.page.getByRole('button', { name: 'Close the label' }).click();
    assert.equal((await preview.said('fix')).diagram, 1);
    await preview.moveTo(0);
    assert.equal(await preview.page.getByRole('button', { name: 'Close the label' }).isVisible(), false);
  });

  it('draws of a hundred diagrams only those that are near the view', async () => {
    await open();
    await preview.show(many(100));
    await preview.choose('Whole page');
    await preview.page.locator('.figure[data-state="drawn"]').nth(2).waitFor();
    await preview.page.locator('.film').nth(59).click();
    await preview.page.locator('.figure[data-current][data-state="drawn"]').waitFor();
    await settled(preview);
    const drawn = await preview.renders();
    assert.ok(drawn.some((text) => text.includes('month 60')));
    assert.ok(drawn.length < 30, `${drawn.length} of 100 diagrams were drawn`);
    assert.ok(!drawn.some((text) => text.includes('month 30') || text.includes('month 90')), drawn.join('\n'));
  });

  it('keeps the diagram it went to where it is while its neighbours are drawn', async () => {
    await open();
    await preview.show(many(100));
    await preview.choose('Whole page');
    await preview.page.locator('.film').nth(59).click();
    await preview.page.locator('.figure[data-current][data-state="drawn"]').waitFor();
    await settled(preview);
    const [figure, room] = await preview.page.evaluate(() =>
      ['.figure[data-current]', '.scroller'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top,
      ),
    );
    assert.equal(Math.round(figure ?? -1), Math.round(room ?? -2));
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`is clean and legible: ${theme}, wide and narrow`, async () => {
      for (const width of [1100, 720, 320]) {
        await open({ theme, width });
        await preview.show([...page, ...many(16)], 1);
        await preview.screenshot(`filmstrip-${theme}-${width}`);
        assert.deepEqual(await axeViolations(preview), []);
        if (width !== 320) await preview.close();
      }
    });
  }
});

/** Waits until nothing near the view is left to be drawn. */
async function settled(preview: Preview): Promise<void> {
  await preview.page.waitForFunction(() => {
    const room = document.querySelector('.scroller')?.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>('.figure')].every((figure) => {
      const box = figure.getBoundingClientRect();
      const isNear = room !== undefined && box.bottom > room.top - 200 && box.top < room.bottom + 200;
      return !isNear || figure.dataset['state'] !== 'drawing';
    });
  });
}
