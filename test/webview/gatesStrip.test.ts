/** The gates of the page above its pictures: seen at a glance, explained when pointed at, and a way to the findings. */
import assert from 'node:assert/strict';
import type { PreviewGate } from '../../core/protocol.ts';
import { axeViolations } from './axe.ts';
import { flowchart } from './figures.ts';
import type { Preview } from './preview.ts';
import type { ThemeName } from './themes.ts';
import { usePreview } from './usePreview.ts';

const gates: readonly PreviewGate[] = [
  { id: 'renders', title: 'Renders', verdict: 'pass', words: 'pass (4 of 4 diagrams render)', findings: 0 },
  { id: 'visual', title: 'Visual', verdict: 'fail', words: 'fail (62 % visual)', findings: 1 },
  { id: 'metrics', title: 'Metrics', verdict: 'pass', words: 'pass (3 of 3)', findings: 2 },
  { id: 'planes', title: 'Planes', verdict: 'not-applicable', words: 'not applicable', findings: 0 },
  { id: 'three-am', title: '3 AM', verdict: 'fail', words: 'fail (45 of 100 points)', findings: 1 },
  { id: 'numbers', title: 'Numbers', verdict: 'pass', words: 'pass (12 checked)', findings: 0 },
];

describe('preview: gates', function () {
  this.timeout(120_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (theme: ThemeName = 'dark', width = 720): Promise<void> => {
    preview = await openPreview({ theme, width });
    await preview.settled(await preview.sendPage([flowchart], 0, 'page.md', gates));
  };

  it('stand in their order, each with its verdict and what was counted', async () => {
    await open();
    const seen = await preview.page
      .locator('.gate')
      .evaluateAll((chips) =>
        chips.map(
          (chip) =>
            `${chip.textContent} ${chip.getAttribute('data-verdict') ?? ''} ${chip.getAttribute('title') ?? ''}`,
        ),
      );
    assert.deepEqual(
      seen,
      gates.map(({ title, verdict, words }) => `${title} ${verdict} ${words}`),
    );
    assert.equal(await preview.page.locator('.gates').getAttribute('title'), '3 of 5 gates passed');
  });

  it('lead to their findings, and nowhere where there are none', async () => {
    await open();
    await preview.page.getByRole('button', { name: 'Renders' }).click({ force: true });
    await preview.page.getByRole('button', { name: 'Visual' }).click();
    const asked = await preview.said('revealGate');
    assert.equal(asked.gate, 'visual');
    assert.equal(preview.posted.filter(({ type }) => type === 'revealGate').length, 1);
  });

  it('are one tab stop, with the arrow keys inside; the focus survives an edit', async () => {
    await open();
    await preview.page.locator('.gate').first().focus();
    await preview.page.keyboard.press('ArrowRight');
    const focused = (): Promise<string | undefined> =>
      preview.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['gate']);
    assert.equal(await focused(), 'visual');
    const passed = gates.map((gate) => (gate.id === 'visual' ? { ...gate, verdict: 'pass' as const } : gate));
    await preview.settled(await preview.sendPage([flowchart], 0, 'page.md', passed));
    assert.equal(await focused(), 'visual');
    await preview.page.keyboard.press('End');
    assert.equal(await focused(), 'numbers');
    assert.equal(await preview.page.locator('.gate[tabindex="0"]').count(), 1);
  });

  it('are not there where nothing was judged', async () => {
    await open();
    await preview.show([flowchart]);
    assert.equal(await preview.page.locator('.gates').isVisible(), false);
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`are clean and legible: ${theme}, wide and narrow`, async () => {
      for (const width of [720, 320]) {
        await open(theme, width);
        await preview.screenshot(`gates-${theme}-${width}`);
        assert.deepEqual(await axeViolations(preview), []);
        if (width === 720) await preview.close();
      }
    });
  }
});
