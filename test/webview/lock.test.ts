/** The lock in the toolbar asks the host, shows what the host says, and is kept. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { parsePreviewState } from '../../core/protocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { axeViolations } from './axe.ts';
import { pie } from './figures.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';

describe('preview: lock', function () {
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

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`is seen, heard and kept: ${theme}`, async () => {
      const preview = await Preview.open(browser, server, { theme });
      await preview.show([pie]);
      const button = preview.page.getByRole('button', { name: 'Lock to this diagram' });
      await button.click();
      assert.equal((await preview.said('lock')).locked, true);
      assert.equal(await button.getAttribute('aria-pressed'), 'false');
      await preview.send({ type: 'locked', locked: true });
      await eventually('the lock that is kept', () =>
        Promise.resolve(parsePreviewState(preview.state)?.locked === true ? true : undefined),
      );
      assert.equal(await button.getAttribute('aria-pressed'), 'true');
      await preview.screenshot(`lock-${theme}`);
      assert.deepEqual(await axeViolations(preview), []);
      assert.deepEqual(preview.errors, []);
      await preview.close();
    });
  }
});
