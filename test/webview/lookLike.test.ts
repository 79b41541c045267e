/** The preview's looks: like the editor, as Mermaid 12 draws by itself, as GitHub shows diagrams. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';

const plain = { type: 'flowchart-v2', text: 'flowchart LR\n  gate[Gate 4] --> pier[Pier 12]' };
const own = {
  type: 'flowchart-v2',
  text: '%%{init: {"theme": "forest"}}%%\nflowchart LR\n  gate[Gate 4] --> pier[Pier 12]',
};

describe('preview: looks like', function () {
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

  /** The fill of the first box, after the preview was given a look. */
  const fillIn = async (look: string, diagram: { type: string; text: string }): Promise<string> => {
    const preview = await Preview.open(browser, server, { theme: 'light' });
    try {
      await preview.page.evaluate((name) => {
        document.body.dataset['look'] = name;
      }, look);
      await preview.show([diagram]);
      const fill = await eventually('a drawn box', async () => {
        const box = preview.page.locator('.node rect, .node path').first();
        return (await box.count()) === 0 ? undefined : box.evaluate((node) => getComputedStyle(node).fill);
      });
      await preview.page.screenshot({
        path: `test-results/preview-look-${look}${diagram === own ? '-own-theme' : ''}.png`,
      });
      assert.deepEqual(preview.errors, []);
      return fill;
    } finally {
      await preview.close();
    }
  };

  it('has Mermaid 11’s default colours when it looks like GitHub, and others otherwise', async () => {
    const github = await fillIn('github', plain);
    assert.equal(github, 'rgb(236, 236, 255)');
    assert.notEqual(await fillIn('editor', plain), github);
    assert.notEqual(await fillIn('mermaid-12', plain), github);
  });

  it('leaves a theme that a diagram chose itself as it is', async () => {
    assert.equal(await fillIn('github', own), await fillIn('editor', own));
  });
});
