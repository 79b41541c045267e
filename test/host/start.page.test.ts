/** What `npm start` promises to someone without a desktop VS Code: an address with the samples, and a clean end. */
import assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { projectRoot } from '../support/paths.ts';
import { startProcess } from '../support/processes.ts';
import type { RunningProcess } from '../support/processes.ts';
import { readSquiggles } from '../support/squiggles.ts';

describe('npm start without a display', function () {
  this.timeout(300_000);
  let started: RunningProcess | undefined;
  let browser: Browser | undefined;

  after(async () => {
    await browser?.close();
    await started?.stop();
  });

  it('shows the faults of a sample page and leaves nothing behind', async function () {
    if (process.platform !== 'linux') {
      console.log('skipped: only Linux has machines without a display');
      this.skip();
    }
    const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
    started = startProcess(process.execPath, [path.join(projectRoot, 'test/support/start.ts')], { env });
    const url = await started.waitForLine(/(http:\/\/\S+)/, 120_000);

    browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(url);
    const squiggle = await eventually(
      'a squiggle',
      async () => (await readSquiggles(page)).find(({ severity }) => severity === 'error'),
      { ms: 120_000 },
    );
    assert.deepEqual(squiggle, { severity: 'error', line: 10, text: '(' });

    await started.stop();
    assert.match(started.output(), /VS Code has ended\./);
    await assert.rejects(fetch(new URL(url).origin), 'the server no longer answers');
  });
});
