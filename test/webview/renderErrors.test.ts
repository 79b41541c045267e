/** What `render-error` finds really fails in a browser, and the samples, in which it finds nothing, are drawn. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';
import { projectRoot } from '../support/paths.ts';

/** Mermaid as a page has it; evaluated in the browser. */
interface PageMermaid {
  initialize(config: object): void;
  render(id: string, text: string): Promise<unknown>;
}
declare const mermaid: PageMermaid;

const folder = path.join(projectRoot, 'test/gates/renders/render-error');
/** Long enough for the slowest fixture that ends. */
const endless = 20_000;

describe('drawing in a browser', function () {
  this.timeout(600_000);
  let browser: Browser;
  let page: Page;

  const open = async (): Promise<void> => {
    page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({ path: path.join(projectRoot, 'node_modules/mermaid/dist/mermaid.min.js') });
    await page.evaluate(() =>
      mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true, logLevel: 'fatal' }),
    );
  };

  before(async () => {
    browser = await launchBrowser();
    await open();
  });
  after(() => browser.close());

  /** What goes wrong; undefined when the diagram is drawn. */
  const draw = async (text: string): Promise<string | undefined> => {
    const drawing = page.evaluate(async (diagram): Promise<string | undefined> => {
      try {
        await mermaid.render('picture', diagram);
        return undefined;
      } catch (thrown) {
        return thrown instanceof Error ? thrown.message : String(thrown);
      }
    }, text);
    const problem = await Promise.race([drawing, wait(endless, 'never ends')]);
    if (problem === 'never ends') {
      drawing.catch(() => undefined);
      void page.close();
      await open();
    }
    return problem;
  };

  const fixtures = readdirSync(folder).filter((file) => /^(?:pass|fail)-[^.]+(?:\.fixed)?\.mmd$/.test(file));

  it('fails for every diagram that must fail, and for no other', async () => {
    assert.ok(fixtures.length >= 25);
    for (const file of fixtures) {
      const problem = await draw(readFileSync(path.join(folder, file), 'utf8'));
      const mustFail = file.startsWith('fail-') && !file.includes('.fixed.');
      assert.equal(problem !== undefined, mustFail, `${file}: ${problem ?? 'is drawn'}`);
    }
  });

  it('works for every sample', async () => {
    for (const { id, text } of readSamples()) assert.equal(await draw(text), undefined, id);
  });
});
