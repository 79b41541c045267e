/** The page of a comparison in a real browser: two pictures of each diagram, what changed marked in them and listed. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { changesBetween } from '../../core/comparison/changes.ts';
import { parseComparisonToHost } from '../../core/comparisonProtocol.ts';
import type { ComparedPair, ComparisonToHost } from '../../core/comparisonProtocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { axeViolationsOf } from './axe.ts';
import { PreviewServer } from './previewServer.ts';
import { savePicture } from './preview.ts';
import type { themes } from './themes.ts';

const side = (text: string, type = 'flowchart-v2') => ({ key: text, text, type, fault: undefined });
const old = side('flowchart LR\n  ship["Ship, 240 m"] --> pilot[Pilot]\n  pilot --> berth[(Berth, 18 places)]');
const now = side('flowchart LR\n  ship["Ship, 300 m"] --> pilot[Pilot]\n  pilot --> tug[Tug, 40 t]');
const fees = side('pie title Fees\n  "Pilot" : 40\n  "Tug" : 60', 'pie');
const broken = { ...side('flowchart LR\n  a[b'), fault: 'The label is not closed: add ]' };

const changed: ComparedPair = {
  title: 'Flowchart, diagram 1',
  status: 'changed',
  before: old,
  after: now,
  diagram: 0,
  changes: changesBetween(old, now)?.map((change) => ({ was: undefined, ...change })),
};
const added: ComparedPair = {
  title: 'Fees, diagram 2',
  status: 'added',
  before: undefined,
  after: fees,
  diagram: 1,
  changes: undefined,
};
const removed: ComparedPair = {
  title: 'Flowchart, was diagram 2',
  status: 'removed',
  before: broken,
  after: undefined,
  diagram: undefined,
  changes: undefined,
};
const unchanged: ComparedPair = {
  title: 'Flowchart, diagram 3',
  status: 'unchanged',
  before: undefined,
  after: undefined,
  diagram: 2,
  changes: undefined,
};

describe('comparison', function () {
  this.timeout(120_000);
  let browser: Browser;
  let server: PreviewServer;
  let page: Page;
  let said: ComparisonToHost[];
  let problems: string[];

  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), PreviewServer.start()]);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
  const open = async (theme: keyof typeof themes, width = 900): Promise<void> => {
    server.options = { theme };
    said = [];
    problems = [];
    page = await browser.newPage({ viewport: { width, height: 700 } });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.exposeFunction('postToHost', (raw: unknown) => {
      const message = parseComparisonToHost(raw);
      if (message === undefined) problems.push(`unknown: ${JSON.stringify(raw)}`);
      else said.push(message);
    });
    await page.addInitScript(() => {
      if (window !== window.top) return;
      document.addEventListener('securitypolicyviolation', (event) => console.error(event.blockedURI));
      const post = (message: unknown): unknown =>
        (Reflect.get(window, 'postToHost') as (message: unknown) => unknown)(JSON.parse(JSON.stringify(message)));
      Reflect.set(window, 'acquireVsCodeApi', () => ({ postMessage: post, setState: () => undefined }));
    });
    await page.goto(`${server.origin}/comparison`);
    await whenSaid(({ type }) => type === 'ready');
  };
  afterEach(async () => {
    assert.deepEqual(problems, []);
    await page.close();
  });
  const whenSaid = (isWanted: (message: ComparisonToHost) => boolean): Promise<ComparisonToHost> =>
    eventually('the message', () => said.find(isWanted), { instead: () => JSON.stringify(said) });
  let seq = 0;
  const compare = async (...pairs: readonly ComparedPair[]): Promise<void> => {
    seq += 1;
    const wanted = seq;
    const comparison = {
      uri: 'file:///work/page.md',
      version: 3,
      name: 'page.md',
      base: 'the last commit, 1a2b3c4',
      pairs,
    };
    await page.evaluate((data) => window.postMessage(data, window.origin), { type: 'compare', seq, comparison });
    await whenSaid((message) => message.type === 'compared' && message.seq === wanted && message.outcome === 'settled');
  };
  /** What is marked in the picture of a side, as `kind words`. */
  const marks = (index: number): Promise<readonly string[]> =>
    page
      .locator('.side .picture')
      .nth(index)
      .evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll('[data-change]') ?? [])]
          .map((part) =>
            `${part.getAttribute('data-change') ?? ''} ${part.textContent.replace(/\s+/g, ' ').trim()}`.trim(),
          )
          .filter((words) => words.includes(' ')),
      );

  it('marks what is gone in the old picture, what came in the new one, and what changed in both', async () => {
    await open('light');
    await compare(changed);
    assert.deepEqual(new Set(await marks(0)), new Set(['changed Ship, 240 m', 'removed Berth, 18 places']));
    assert.deepEqual(new Set(await marks(1)), new Set(['changed Ship, 300 m', 'added Tug, 40 t']));
    const listed = await page.locator('.changes li').allInnerTexts();
    assert.deepEqual(
      listed.map((line) => line.replaceAll(/\s+/g, ' ').trim()),
      [
        '~ Changed: Ship, 300 m (was: Ship, 240 m)',
        '+ Added: Tug, 40 t',
        '+ Added: Pilot → Tug, 40 t',
        '− Removed: Berth, 18 places',
        '− Removed: Pilot → Berth, 18 places',
      ],
    );
  });

  it('shows both pictures at one scale, though the room is narrow', async () => {
    await open('light', 420);
    const long = side(
      `flowchart LR\n  ${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => `${id}[Step ${id}]`).join(' --> ')}`,
    );
    await compare({ ...changed, after: long, changes: [] });
    const heights = await page
      .locator('.side .picture')
      .evaluateAll((hosts) =>
        hosts.map((host) => host.shadowRoot?.querySelector('.node')?.getBoundingClientRect().height ?? 0),
      );
    assert.equal(heights.length, 2);
    const [one = 0, other = 0] = heights;
    assert.ok(one > 0 && Math.abs(one / other - 1) < 0.25, heights.join());
    await savePicture(page, 'comparison-narrow');
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`shows what came, went and stayed, and is clean for assistive technology: ${theme}`, async () => {
      await open(theme);
      await compare(changed, removed, added, unchanged);
      assert.deepEqual(await page.locator('.badge').allInnerTexts(), ['Changed', 'Removed', 'Added', 'Unchanged']);
      assert.match(
        await page.locator('.pair').nth(1).innerText(),
        /The label is not closed: add \][^]*Not there any more/,
      );
      assert.match(await page.locator('.pair').nth(2).innerText(), /Not there before/);
      assert.equal(await page.locator('.pair').nth(3).locator('.side').count(), 0);
      assert.deepEqual(await axeViolationsOf(page), []);
      await savePicture(page, `comparison-${theme}`);
      await page.getByRole('button', { name: 'Onion skin' }).click();
      await page.getByRole('slider').fill('70');
      const opacity = await page
        .locator('.pair')
        .first()
        .locator('.side')
        .last()
        .evaluate((found) => getComputedStyle(found).opacity);
      assert.equal(opacity, '0.7');
      assert.deepEqual(await axeViolationsOf(page), []);
      await savePicture(page, `comparison-onion-${theme}`);
    });
  }

  it('says so when no diagram changed', async () => {
    await open('dark');
    await compare(unchanged);
    assert.match(await page.locator('.notice').innerText(), /No diagram of page.md changed/);
    assert.equal(await page.locator('.pair').count(), 0);
    await savePicture(page, 'comparison-nothing');
  });

  it('keeps what did not change while somebody types, and asks for a diagram of the page', async () => {
    await open('light');
    await compare(changed, added);
    await page
      .locator('.pair')
      .nth(1)
      .evaluate((found) => found.setAttribute('data-kept', ''));
    await compare({ ...changed, after: side('flowchart LR\n  ship --> sea'), changes: [] }, added);
    assert.equal(await page.locator('.pair[data-kept]').count(), 1);
    await page.getByRole('button', { name: 'Go to the diagram in the text' }).nth(1).click();
    const reveal = await whenSaid(({ type }) => type === 'reveal');
    assert.deepEqual(reveal, { type: 'reveal', seq: 1, uri: 'file:///work/page.md', version: 3, diagram: 1 });
  });

  it('says why there is nothing to compare', async () => {
    await open('light');
    const message = {
      type: 'cannot',
      seq: 77,
      title: 'There is no older version of a.md',
      hint: 'It was never saved.',
    };
    await page.evaluate((data) => window.postMessage(data, window.origin), message);
    await whenSaid((answer) => answer.type === 'compared' && answer.seq === 77);
    assert.match(await page.locator('.notice').innerText(), /There is no older version of a.md\s+It was never saved\./);
  });
});
