/** The preview as its user meets it in VS Code: live while typing, following the cursor, restored after a reload. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { openWorkbench } from '../support/workbench.ts';
import type { Workbench } from '../support/workbench.ts';

const slow = { ms: 40_000 };

describe('the preview in the window of VS Code', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async function () {
    // The first run on a machine installs VS Code.
    this.timeout(300_000);
    workbench = await openWorkbench({ folder: 'test/host/previewPages' });
    await workbench.openFile('harbour.md');
    await workbench.runCommand('Diagram Gates: Open Diagram Preview to the Side');
  });
  beforeEach(async () => {
    // What a failed test may have left open: a question, and the list before it.
    await workbench.press('Escape');
    await workbench.press('Escape');
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') {
      console.log(`what the screen showed: ${await workbench.screenshot(`failed ${currentTest.title}`)}`);
    }
  });
  after(() => workbench.close());

  const panel = (): Promise<Frame> =>
    workbench.previewFrame(async (frame) => (await frame.locator('.toolbar').count()) > 0);
  const text = async (): Promise<string> => {
    const frame = await panel();
    const texts = await frame.locator('.figure:not([hidden]) .picture svg').allTextContents();
    return texts.join(' ').replaceAll(/\s+/g, ' ');
  };
  const whenDrawn = (words: string): Promise<string> =>
    eventually(
      `the picture with “${words}”`,
      async () => {
        const drawn = await text();
        return drawn.includes(words) ? drawn : undefined;
      },
      slow,
    );
  const strip = async (): Promise<string> => {
    const frame = await panel();
    const words = await frame.locator('.figure:not([hidden]) .strip-go').first().innerText();
    return words.replaceAll('\n', ' ');
  };
  const whenStrip = (words: RegExp): Promise<string> =>
    eventually(
      `the strip with ${String(words)}`,
      async () => {
        const found = await strip();
        return words.test(found) ? found : undefined;
      },
      slow,
    );
  const cursor = async (): Promise<string> =>
    (await workbench.statusBar()).find((entry) => entry.startsWith('Ln ')) ?? '';

  it('shows the first diagram in a frame of its own', async () => {
    await whenDrawn('Berth plan, 18 places');
    const frame = await panel();
    assert.equal(await frame.locator('iframe[sandbox="allow-scripts"]').count(), 1);
    assert.equal(await strip(), 'Flowchart, 1 of 3');
  });

  it('draws what is typed, while the focus and the scroll of the text stay', async () => {
    await workbench.goTo(7, 17);
    await workbench.type('0');
    await whenDrawn('Ship, 2400 m');
    assert.equal(await cursor(), 'Ln 7, Col 18');
    await workbench.screenshot('preview-in-vs-code');
  });

  it('keeps the picture while the text is broken, and its strip leads to the fault', async () => {
    await workbench.goTo(8, 31);
    await workbench.type('(');
    await whenStrip(/^Flowchart, 1 of 3 ./);
    assert.match(await text(), /Berth plan, 18 places/);
    await workbench.screenshot('preview-in-vs-code-broken');
    await workbench.goTo(1);
    const frame = await panel();
    await frame.locator('.strip-go').first().click();
    assert.match(
      await eventually('the cursor at the fault', async () => {
        const at = await cursor();
        return at.startsWith('Ln 8,') ? at : undefined;
      }),
      /^Ln 8, Col \d+/,
    );
    await workbench.goTo(8, 32);
    await workbench.press('Backspace');
    await whenStrip(/^Flowchart, 1 of 3$/);
  });

  it('follows the cursor to the next diagram', async () => {
    await workbench.goTo(16);
    await whenDrawn('arrival in 40 min');
    assert.equal(await strip(), 'Sequence diagram, 2 of 3');
  });

  it('leads from a shape to its text, and from the text to its shape', async () => {
    await workbench.goTo(1);
    const frame = await panel();
    const shape = frame.locator('.figure:not([hidden]) .node', { hasText: 'Berth plan' });
    await shape.click();
    await eventually('the text of the shape', async () => ((await cursor()).startsWith('Ln 8,') ? true : undefined));
    const marked = async (): Promise<string> =>
      (await frame.locator('.figure:not([hidden]) .picture [data-marked]').allTextContents()).join(' | ');
    await eventually('the mark', async () => ((await marked()).includes('Berth plan') ? true : undefined), {
      instead: marked,
    });
    await workbench.goTo(7, 4);
    await eventually('the other mark', async () => ((await marked()).startsWith('Ship') ? true : undefined), {
      instead: marked,
    });
    await workbench.screenshot('preview-linked');
  });

  it('shows the whole page', async () => {
    const frame = await panel();
    await frame.getByRole('button', { name: 'Whole page' }).click();
    await whenDrawn('Fees of a call');
    assert.equal(await frame.locator('.figure:not([hidden])').count(), 3);
    await workbench.screenshot('preview-in-vs-code-page');
    await frame.getByRole('button', { name: 'This diagram', exact: true }).click();
  });

  it('goes where its list says while the cursor stays, and back to it with Escape', async () => {
    await workbench.goTo(7, 4);
    const frame = await panel();
    await frame.locator('.film').nth(2).click();
    await whenDrawn('Fees of a call');
    assert.equal(await frame.locator('.film').nth(2).getAttribute('aria-current'), 'true');
    await frame.locator('.film').nth(2).press('Escape');
    await eventually('the cursor where it was', async () => ((await cursor()) === 'Ln 7, Col 4' ? true : undefined));
    await whenDrawn('Berth plan, 18 places');
  });

  it('finds words with a bar of its own, not with that of VS Code', async () => {
    const frame = await panel();
    await frame.getByRole('button', { name: 'Zoom in' }).click();
    await workbench.press('Control+F');
    await frame.locator('.search-input').waitFor();
    await frame.locator('.search-input').fill('18 PLACES');
    await eventually('hits', async () =>
      (await frame.locator('.search-count').innerText()) === '1 of 1' ? true : undefined,
    );
    assert.equal(await workbench.page.locator('.simple-find-part.visible, .find-widget.visible').count(), 0);
    await workbench.screenshot('preview-search');
    await workbench.press('Escape');
    assert.equal(await frame.locator('.search').isVisible(), false);
    await frame.getByRole('button', { name: /^Fit$/ }).click();
  });

  it('takes all the room of the editors in full screen, and gives it back', async () => {
    const frame = await panel();
    const width = (): Promise<number> => frame.evaluate(() => innerWidth);
    const before = await width();
    await frame.getByRole('button', { name: 'Full screen' }).click();
    await eventually('a wide panel', async () => ((await width()) > 1.5 * before ? true : undefined), slow);
    await workbench.screenshot('preview-full-screen');
    await workbench.press('Escape');
    await eventually('the old width', async () => ((await width()) === before ? true : undefined), slow);
  });

  it('repairs a fault with the lamp, as one step to undo', async () => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.goTo(8, 31);
    await workbench.type('(');
    await whenStrip(/^Flowchart, 1 of 3 ./);
    const frame = await panel();
    await frame.locator('.figure:not([hidden]) .strip-fix').click();
    await whenStrip(/^Flowchart, 1 of 3$/);
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.press('Control+Z');
    await whenStrip(/^Flowchart, 1 of 3 ./);
    await workbench.press('Control+Z');
    await whenStrip(/^Flowchart, 1 of 3$/);
  });

  it('follows the theme', async () => {
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
    const frame = await panel();
    const [paper, background] = await eventually(
      'a dark paper',
      async () => {
        const sheet = frame.locator('.figure:not([hidden]) .sheet').first();
        const [own, ofEditor] = await sheet.evaluate((found) => [
          getComputedStyle(found).backgroundColor,
          getComputedStyle(document.body).backgroundColor,
        ]);
        return own === 'rgb(255, 255, 255)' ? undefined : [own, ofEditor];
      },
      slow,
    );
    assert.equal(paper, background);
    await workbench.screenshot('preview-in-vs-code-dark');
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
  });

  it('looks like what the setting says, as soon as it says so', async () => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.goTo(7);
    const settings = path.join(workbench.folder, '.vscode/settings.json');
    await mkdir(path.dirname(settings), { recursive: true });
    const paintWhen = async (look: string, isWanted: (paint: string) => boolean): Promise<string> => {
      await writeFile(settings, JSON.stringify({ 'diagramGates.preview.lookLike': look }));
      return eventually(
        `pictures that look like ${look}`,
        async () => {
          const frame = await panel();
          if ((await frame.locator('body').getAttribute('data-look')) !== look) return undefined;
          const shape = frame.locator('.figure:not([hidden]) .node .label-container').first();
          if ((await shape.count()) === 0) return undefined;
          const paint = await shape.evaluate((found) => {
            const { fill, stroke, strokeWidth, fontFamily } = getComputedStyle(found);
            return [fill, stroke, strokeWidth, fontFamily].join();
          });
          // The page comes back with the picture it had.
          return isWanted(paint) ? paint : undefined;
        },
        slow,
      );
    };
    const own = await paintWhen('editor', () => true);
    const plain = await paintWhen('mermaid-12', (paint) => paint !== own);
    await paintWhen('github', (paint) => paint !== own && paint !== plain);
    await paintWhen('editor', (paint) => paint === own);
    await workbench.screenshot('preview-look-like-editor');
  });

  it('takes the keys of the Markdown preview for Mermaid files', async () => {
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openFile('lock.mmd');
    await workbench.press('Control+K');
    await workbench.press('V');
    await whenDrawn('ship waits, 12 min');
    assert.equal(await strip(), 'State diagram');
  });

  it('is there again after a reload', async () => {
    await workbench.openFile('harbour.md');
    await workbench.goTo(23);
    await whenDrawn('Fees of a call');
    await workbench.runCommand('Developer: Reload Window');
    await workbench.page.waitForEvent('load');
    await whenDrawn('Fees of a call');
    assert.equal(await whenStrip(/of 3/), 'Pie chart, 3 of 3');
  });
});
