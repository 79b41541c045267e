/** What can be done about diagrams that hang or are too large: try again, or insist. */
import assert from 'node:assert/strict';
import { axeViolations } from './axe.ts';
import { flowchart, pie, tangle } from './figures.ts';
import type { Preview } from './preview.ts';
import type { PreviewOptions } from './previewServer.ts';
import { usePreview } from './usePreview.ts';

/** Longer than the guard lets pass, and quickly drawn: nearly all of it is comment. */
const long = { type: 'pie', text: `pie title Long bill\n  "Compute" : 60\n${`  %% ${'-'.repeat(90)}\n`.repeat(700)}` };

describe('preview: insisting on a picture', function () {
  this.timeout(180_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (options?: PreviewOptions): Promise<void> => {
    preview = await openPreview(options);
  };

  const button = (name: string): ReturnType<Preview['page']['getByRole']> => preview.page.getByRole('button', { name });
  const card = (): ReturnType<Preview['page']['locator']> => preview.page.locator('.figure:not([hidden]) .card');

  it('draws a text that is too long once somebody insists, and keeps to that', async () => {
    await open();
    const shown = await preview.show([long]);
    assert.deepEqual(shown.failures[0]?.problem, { kind: 'guard', limit: 'total', allowed: 50_000, line: undefined });
    assert.match(await card().innerText(), /Longer than 50000 characters: split the diagram/);
    assert.equal(await button('Try again').isVisible(), false, 'trying again would change nothing');
    await button('Render anyway').click();
    await preview.page.locator('.figure[data-state="drawn"]').waitFor();
    assert.match(await preview.drawnText(), /Long bill/);
    assert.deepEqual((await preview.show([long, pie])).failures, []);
    const edited = await preview.show([{ ...long, text: long.text.replace('60', '61') }]);
    assert.equal(edited.failures.length, 1, 'another text is another question');
  });

  it('gives a diagram that took too long more time, and does not offer that twice', async () => {
    await open({ budget: 500 });
    await preview.show([tangle(31)]);
    await button('Render anyway').click();
    await preview.page.locator('.figure[data-state="drawing"]').waitFor();
    await preview.page.locator('.figure[data-state="broken"]').waitFor({ timeout: 60_000 });
    assert.match((await preview.strips())[0] ?? '', /Not drawn within 3 s/);
    assert.equal(await button('Render anyway').isVisible(), false);
    assert.equal(await button('Try again').isVisible(), true);
  });

  it('stands beside the message where an old picture takes the card’s place', async () => {
    await open();
    await preview.show([pie]);
    await preview.show([long]);
    assert.equal(await card().isVisible(), false);
    await preview.page.locator('.strip').getByRole('button', { name: 'Render anyway' }).click();
    await preview.page.locator('.figure[data-state="drawn"]').waitFor();
  });

  it('is not offered for what no patience helps', async () => {
    await open();
    await preview.show([
      { type: 'flowchart-v2', text: 'flowchart LR\n  A@{ img: "https://pictures.test/a.png", label: "A" }' },
    ]);
    assert.equal(await button('Render anyway').isVisible(), false);
    const cut = { type: 'pie', text: `pie\n${`  %% ${'-'.repeat(90)}\n`.repeat(2_200)}` };
    await preview.show([cut], 0, 'cut.md');
    assert.equal(await button('Render anyway').isVisible(), false, 'the host sends no more than a part of it');
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`is clean and legible: ${theme}, wide and narrow`, async () => {
      for (const width of [720, 280]) {
        await open({ theme, width, budget: 500 });
        await preview.show([tangle(31), flowchart]);
        await preview.screenshot(`card-${theme}-${width}`);
        assert.deepEqual(await axeViolations(preview), []);
        if (width === 720) await preview.close();
      }
    });
  }
});
