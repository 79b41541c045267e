/** The dashboard's page: what it shows, what it asks for, how it looks in each theme; clean by axe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { HostToDashboard } from '../../core/dashboardProtocol.ts';
import { dashboardHtml } from '../../extension/dashboard/html.ts';
import { dashboardTexts } from '../../extension/dashboard/texts.ts';
import { launchBrowser } from '../support/browser.ts';
import { projectRoot, results } from '../support/paths.ts';
import { axeViolationsOf } from './axe.ts';
import { themes } from './themes.ts';
import type { ThemeName } from './themes.ts';

const origin = 'http://dashboard.test';
const script = readFileSync(path.join(projectRoot, 'dist/webview/dashboard.js'), 'utf8');

const counts = { documents: 12, diagrams: 48, broken: 3, errors: 7, warnings: 15, score: 81, visualRatio: 0.834 };
const report: HostToDashboard = {
  type: 'report',
  whole: counts,
  gates: [
    { id: 'renders', title: 'Renders', pass: 9, fail: 3, notApplicable: 0 },
    { id: 'visual', title: 'Visual', pass: 10, fail: 2, notApplicable: 0 },
    { id: 'three-am', title: '3 AM', pass: 3, fail: 1, notApplicable: 8 },
    { id: 'planes', title: 'Planes', pass: 0, fail: 0, notApplicable: 12 },
  ],
  folders: [
    { path: 'docs', ...counts, documents: 8 },
    { path: 'docs/<img src=x>', ...counts, documents: 4, score: null, visualRatio: null },
  ],
  worst: [
    { path: 'docs/checkout.md', score: 40, failed: ['Renders', 'Visual', '3 AM'], errors: 5, warnings: 4 },
    { path: 'docs/costs/may.md', score: 67, failed: ['Numbers'], errors: 0, warnings: 2 },
  ],
};

describe('the dashboard', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;
  let problems: string[];

  before(async () => {
    browser = await launchBrowser();
    await mkdir(results, { recursive: true });
  });
  after(() => browser.close());

  const open = async (theme: ThemeName = 'dark', width = 900): Promise<void> => {
    page = await browser.newPage({ viewport: { width, height: 900 } });
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.addInitScript(() => {
      const said: unknown[] = [];
      Reflect.set(window, 'said', said);
      Reflect.set(window, 'acquireVsCodeApi', () => ({
        postMessage: (message: unknown) => void said.push(message),
        getState: () => undefined,
        setState: () => undefined,
      }));
    });
    const { bodyClass, variables } = themes[theme];
    const style = Object.entries(variables)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ')
      .replaceAll('"', '&quot;');
    const html = dashboardHtml({
      language: 'en',
      title: 'Dashboard',
      nonce: 'n0nce',
      script: '/dashboard.js',
      texts: dashboardTexts((text) => text),
    })
      .replace('<html ', `<html style="${style}" `)
      .replace('<body ', `<body class="${bodyClass}" `);
    await page.route(`${origin}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.goto(`${origin}/`);
    await page.locator('header').waitFor();
  };
  const send = (message: unknown): Promise<void> =>
    page.evaluate((sent) => window.postMessage(sent, window.origin), message);
  const said = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'said') as unknown);
  const shown = async (): Promise<void> => {
    await send(report);
    await page.getByRole('heading', { name: 'Worst pages' }).waitFor();
  };

  afterEach(async () => {
    assert.deepEqual(problems, []);
    await page.close();
  });

  it('says that it is ready, and nothing before the first report', async () => {
    await open();
    assert.deepEqual(await said(), [{ type: 'ready' }]);
    assert.equal(await page.locator('table').count(), 0);
  });

  it('shows figures, gates, the worst pages and folders, and takes no text for markup', async () => {
    await open();
    await shown();
    const cards = await page.locator('.card').allInnerTexts();
    assert.deepEqual(
      cards.map((card) => card.replace(/\s+/g, ' ')),
      ['81 % Score', '12 Pages', '48 Diagrams', '3 Broken', '83 % Shown, not told', '75 % Pass the 3 AM test'],
    );
    assert.equal(await page.getByRole('img', { name: 'Renders: 75 %' }).count(), 1);
    assert.equal(await page.locator('img').count(), 0);
    assert.equal(await page.getByText('docs/<img src=x>').count(), 1);
  });

  it('asks for a page, a new check and each export, by keyboard, too', async () => {
    await open();
    await shown();
    await page.getByRole('button', { name: 'docs/costs/may.md' }).click();
    await page.getByRole('button', { name: 'Check Again' }).focus();
    await page.keyboard.press('Enter');
    for (const name of ['Markdown', 'HTML', 'CSV']) await page.getByRole('button', { name }).click();
    assert.deepEqual(await said(), [
      { type: 'ready' },
      { type: 'open', path: 'docs/costs/may.md' },
      { type: 'check' },
      { type: 'export', format: 'markdown' },
      { type: 'export', format: 'html' },
      { type: 'export', format: 'csv' },
    ]);
  });

  it('keeps the focus where it is while new reports come in', async () => {
    await open();
    await shown();
    await page.getByRole('button', { name: 'docs/checkout.md' }).focus();
    await send({ ...report, whole: { ...counts, documents: 13 } });
    await page.getByText('13', { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'docs/checkout.md');
  });

  it('says how far a check is, and that there is nothing to show', async () => {
    await open();
    await send({ type: 'progress', done: 40, all: 160 });
    await page.getByText('Checking 40 of 160 pages').waitFor();
    await send({ type: 'progress', done: 0, all: 0 });
    await page.getByText('Checking 40').waitFor({ state: 'detached' });
    const none = { documents: 0, diagrams: 0, broken: 0, errors: 0, warnings: 0, score: null, visualRatio: null };
    await send({ type: 'report', whole: none, gates: [], folders: [], worst: [] });
    await page.getByText('No page with a diagram is known yet').waitFor();
  });

  it('ignores messages of another shape', async () => {
    await open();
    await shown();
    await send({ type: 'report', whole: { documents: 'many' } });
    await send({ type: 'owned' });
    await send({ type: 'progress', done: 1, all: 2 });
    await page.getByText('Checking 1 of 2 pages').waitFor();
    assert.equal(await page.locator('.card').count(), 6);
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`reads well in ${theme}, narrow and wide`, async () => {
      for (const width of [360, 900]) {
        await open(theme, width);
        await shown();
        await page.screenshot({ path: path.join(results, `dashboard-${theme}-${width}.png`) });
        assert.deepEqual(await axeViolationsOf(page), []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
        if (width === 360) await page.close();
      }
    });
  }
});
