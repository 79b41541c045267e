/** What a diagram says is there for those who do not see its picture. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { axeViolations } from './axe.ts';
import { flowchart, pie } from './figures.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';

describe('preview: words for pictures', function () {
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

  it('describe each picture, follow its text and take no room', async () => {
    const preview = await Preview.open(browser, server);
    const told = { ...flowchart, outline: ['Parts:', '  Gateway'] };
    await preview.show([told, pie]);
    const description = (): Promise<string | null> =>
      preview.page.evaluate(() => {
        const sheet = document.querySelector('.figure:not([hidden]) .sheet');
        const id = sheet?.getAttribute('aria-describedby');
        return id === null || id === undefined
          ? null
          : [...(document.getElementById(id)?.children ?? [])].map((line) => line.textContent).join('|');
      });
    assert.equal(await description(), 'Parts:|  Gateway');
    assert.deepEqual(await axeViolations(preview), []);
    assert.equal(
      await preview.page.locator('.scroller').evaluate((scroller) => scroller.scrollHeight > scroller.clientHeight),
      false,
    );
    await preview.show([{ ...told, text: `${told.text}\n  Orders --> Log`, outline: ['Parts:', '  Log'] }, pie]);
    assert.equal(await description(), 'Parts:|  Log');
    await preview.moveTo(1);
    await preview.page.waitForFunction(() =>
      document.querySelector('.figure:not([hidden])')?.textContent.includes('Pie'),
    );
    assert.equal(await description(), null);
    assert.deepEqual(preview.errors, []);
    await preview.close();
  });
});
