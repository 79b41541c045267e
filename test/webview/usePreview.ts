/** The browser and the server of a suite about the preview, and what holds after each of its tests. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';
import type { PreviewOptions } from './previewServer.ts';

/** Opens a preview; called inside `describe`. After each test it had no error, kept its policy and is closed. */
export function usePreview(): (options?: PreviewOptions) => Promise<Preview> {
  let browser: Browser;
  let server: PreviewServer;
  let preview: Preview;

  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), PreviewServer.start()]);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
  afterEach(async () => {
    assert.deepEqual(preview.errors, []);
    assert.deepEqual(preview.violations, []);
    await preview.close();
  });

  return async (options = {}) => {
    preview = await Preview.open(browser, server, options);
    return preview;
  };
}
