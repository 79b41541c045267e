/** A panel that was hidden or restored shows what it showed, before anything is drawn again. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { parsePreviewState } from '../../core/protocol.ts';
import type { PreviewState } from '../../core/protocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { flowchart, pie } from './figures.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';

describe('preview: restore', function () {
  this.timeout(120_000);
  let browser: Browser;
  let server: PreviewServer;

  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), PreviewServer.start()]);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  const kept = async (preview: Preview, matches: (state: PreviewState) => boolean): Promise<PreviewState> => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const state = parsePreviewState(preview.state);
      if (state !== undefined && matches(state)) return state;
      await preview.page.evaluate(() => new Promise(requestAnimationFrame));
      await preview.page.waitForTimeout(50);
    }
    throw new Error(`nothing of this kind was kept: ${JSON.stringify(preview.state).slice(0, 500)}`);
  };

  it('keeps the document, the view and the picture', async () => {
    const preview = await Preview.open(browser, server, { height: 700 });
    await preview.show([flowchart, pie], 1);
    await preview.page.keyboard.press('+');
    await preview.page.keyboard.press('+');
    await preview.show([flowchart, pie], 1);
    const state = await kept(preview, ({ version, pictures }) => version === 2 && pictures[0]?.zoom === 1.5625);
    assert.deepEqual(
      {
        ...state,
        pictures: state.pictures.map(({ diagram, zoom }) => ({ type: diagram.type, line: diagram.line, zoom })),
      },
      {
        protocol: 1,
        uri: 'file:///work/page.md',
        version: 2,
        name: 'page.md',
        mode: 'one',
        locked: false,
        listed: undefined,
        current: 0,
        pictures: [{ type: 'pie', line: 11, zoom: 1.5625 }],
      },
    );
    await preview.close();
  });

  it('shows the old picture at once, without Mermaid and without the host', async () => {
    const first = await Preview.open(browser, server);
    await first.show([pie]);
    const state = await kept(first, ({ pictures }) => pictures.length === 1);
    await first.close();

    const preview = await Preview.open(browser, server, { state });
    assert.match(await preview.drawnText(), /Monthly bill/);
    assert.deepEqual(await preview.renders(), []);
    const shown = await preview.show([pie]);
    assert.equal(shown.outcome, 'settled');
    assert.deepEqual(await preview.renders(), [pie.text]);
    assert.deepEqual(preview.errors, []);
    await preview.close();
  });

  it('sanitises what it kept, and ignores a state of another shape', async () => {
    const svg =
      '<svg viewBox="0 0 10 10"><script>xss()</script><image href="http://evil.test/x.png" onload="xss()"/><text>kept</text></svg>';
    const diagram = { key: 'k', title: undefined, type: 'pie', line: 1 };
    const state: PreviewState = {
      protocol: 1,
      uri: 'file:///work/page.md',
      version: 1,
      name: 'page.md',
      mode: 'one',
      locked: false,
      listed: undefined,
      current: 0,
      pictures: [{ diagram, svg, paper: '#ffffff', ink: '#000000', zoom: undefined }],
    };
    const preview = await Preview.open(browser, server, { state });
    assert.equal(await preview.drawnText(), 'kept');
    // The policy may speak up while the cleaner parses such a text; what counts is that nothing ran and nothing left.
    assert.deepEqual([...preview.errors, ...preview.strayRequests], []);
    await preview.close();

    const broken = { ...state, pictures: 'many' } as unknown as PreviewState;
    const other = await Preview.open(browser, server, { state: broken });
    assert.equal(await other.page.locator('.figure').count(), 0);
    await other.close();
  });

  it('keeps no more than 200,000 characters of pictures', async () => {
    const preview = await Preview.open(browser, server, { height: 1200 });
    const large = Array.from({ length: 40 }, (_, index) => ({
      type: 'pie',
      text: `pie title Bill ${index}\n${Array.from({ length: 40 }, (_row, row) => `  "Part ${row}" : ${row + 1}`).join('\n')}`,
    }));
    await preview.show([pie, ...large.slice(0, 12)]);
    await preview.choose('Whole page');
    await preview.page.locator('.figure[data-state="drawn"]').nth(1).waitFor();
    const state = await kept(preview, ({ mode, pictures }) => mode === 'all' && pictures.length > 1);
    const size = state.pictures.reduce((sum, picture) => sum + picture.svg.length, 0);
    assert.ok(size <= 200_000, `${size} characters were kept`);
    await preview.close();
  });
});
