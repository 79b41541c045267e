/** The preview without a mouse: walking over the parts of a picture, to their text, and back to the editor. */
import assert from 'node:assert/strict';
import type { ShellToHost } from '../../core/protocol.ts';
import { axeViolations } from './axe.ts';
import { flowchart, pie, sequence } from './figures.ts';
import type { Preview } from './preview.ts';
import type { PreviewOptions } from './previewServer.ts';
import { usePreview } from './usePreview.ts';

/** Two columns: a above c, b above d. */
const square = {
  type: 'flowchart-v2',
  text: 'flowchart TB\n  a[Alpha] --> c[Gamma]\n  b[Beta] --> d[Delta]',
};

const gantt = {
  type: 'gantt',
  text: 'gantt\n  dateFormat YYYY-MM-DD\n  Design :t1, 2026-03-02, 3d\n  Build :t2, after t1, 5d',
};

describe('preview: keyboard', function () {
  this.timeout(180_000);
  const openPreview = usePreview();
  let preview: Preview;
  const open = async (options?: PreviewOptions): Promise<void> => {
    preview = await openPreview(options);
  };

  const press = (key: string): Promise<void> => preview.page.keyboard.press(key);
  /** Puts the focus before the picture and tabs into it. */
  const enter = async (): Promise<void> => {
    await preview.page.locator('.figure:not([hidden]) .strip-go').focus();
    await press('Tab');
  };
  /** The name of the part with the focus; undefined outside the picture. */
  const focused = (): Promise<string | undefined> =>
    preview.page.evaluate(() => {
      const part = document.querySelector('.figure:not([hidden]) .picture')?.shadowRoot?.activeElement;
      return part?.getAttribute('aria-label') ?? undefined;
    });
  const asked = async <Type extends ShellToHost['type']>(
    type: Type,
    act: () => Promise<void>,
  ): Promise<Extract<ShellToHost, { type: Type }>> => {
    const before = preview.posted.length;
    await act();
    return preview.saidSince(type, before);
  };

  it('walks over the parts of a picture with the arrow keys, to the nearest in their direction', async () => {
    await open();
    await preview.show([square]);
    await enter();
    const start = await focused();
    assert.ok(start !== undefined);
    await press('Home');
    const first = await focused();
    const beside = first === 'Alpha' ? 'ArrowRight' : 'ArrowLeft';
    const walk: (string | undefined)[] = [];
    for (const key of ['ArrowDown', beside, 'ArrowUp', 'ArrowUp']) {
      await press(key);
      walk.push(await focused());
    }
    assert.deepEqual([first, ...walk], ['Alpha', 'Gamma', 'Delta', 'Beta', 'Beta']);
    await press('End');
    assert.equal(await focused(), 'Delta');
  });

  it('leads from a part to its text with Enter, and with Alt to all that speaks of it', async () => {
    await open();
    await preview.show([square]);
    await enter();
    await press('Home');
    const one = await asked('revealPart', () => press('Enter'));
    assert.equal(one.all, false);
    assert.ok(one.names.includes('node:a'), one.names.join());
    assert.equal((await asked('revealPart', () => press('Alt+Enter'))).all, true);
  });

  it('is one tab stop, both ways, and comes back to the part it left', async () => {
    await open();
    await preview.show([square]);
    await enter();
    await press('Home');
    await press('ArrowDown');
    await press('Shift+Tab');
    assert.equal(await preview.page.evaluate(() => document.activeElement?.className), 'strip-go');
    await press('Tab');
    assert.equal(await focused(), 'Gamma');
    await press('Tab');
    assert.equal(await focused(), undefined);
  });

  it('keeps the focus on its part through an edit', async () => {
    await open();
    await preview.show([square]);
    await enter();
    await press('End');
    await preview.show([{ ...square, text: square.text.replace('Alpha', 'First') }]);
    assert.equal(await focused(), 'Delta');
  });

  it('goes back to the editor with Escape, from anywhere', async () => {
    await open();
    await preview.show([square]);
    await enter();
    await asked('focusText', () => press('Escape'));
    await preview.page.getByRole('button', { name: 'Zoom in' }).focus();
    await asked('focusText', () => press('Escape'));
  });

  for (const [name, diagram, walk, words] of [
    [
      'participants and messages',
      sequence,
      ['Home', 'ArrowRight', 'Home', 'ArrowDown', 'ArrowDown', 'ArrowRight'],
      ['Client', 'Gateway', 'Client', 'order', 'done', 'insert, p99 45 ms'],
    ],
    ['tasks', gantt, ['Home', 'ArrowDown', 'ArrowUp'], ['Design', 'Build', 'Design']],
    ['slices', pie, ['Home', 'ArrowRight'], ['Monthly bill', 'Compute']],
  ] as const) {
    it(`walks over ${name}`, async () => {
      await open();
      await preview.show([diagram]);
      await enter();
      const seen: (string | undefined)[] = [];
      for (const key of walk) {
        await press(key);
        seen.push(await focused());
      }
      assert.deepEqual(seen, words);
    });
  }

  it('shows the focus and is clean, also where the system chooses the colours', async () => {
    for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
      await open({ theme });
      await preview.show([flowchart, square]);
      await enter();
      const outline = (): Promise<string | undefined> =>
        preview.page.evaluate(() => {
          const part = document.querySelector('.figure:not([hidden]) .picture')?.shadowRoot?.activeElement;
          return part === null || part === undefined ? undefined : getComputedStyle(part).outlineStyle;
        });
      assert.equal(await outline(), 'solid');
      assert.deepEqual(await axeViolations(preview), []);
      await preview.screenshot(`focus-${theme}`);
      if (theme !== 'high-contrast-light') await preview.close();
    }
    await preview.page.emulateMedia({ forcedColors: 'active' });
    const pressed = await preview.page
      .locator('.choice[aria-pressed="true"]')
      .evaluate((choice) => getComputedStyle(choice).outlineStyle);
    assert.equal(pressed, 'solid', 'a state told by colour alone would be lost');
    await preview.screenshot('forced-colours');
    assert.deepEqual(await axeViolations(preview), []);
  });

  it('moves nothing by itself where motion is to be reduced', async () => {
    await open({ reducedMotion: true });
    await preview.show([flowchart]);
    await preview.show([{ ...flowchart, fault: 'Broken.', text: 'flowchart' }]);
    assert.equal(await preview.page.evaluate(() => document.getAnimations().length), 0);
  });
});
