/** The dashboard's page: what it shows, what it asks for, how it looks in each theme; clean by axe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { DashboardPages, DashboardReport, DashboardTrend, DashboardView } from '../../core/dashboardProtocol.ts';
import type { GoalMeasure } from '../../core/goals/goal.ts';
import { dashboardHtml } from '../../extension/dashboard/html.ts';
import { dashboardTexts } from '../../extension/dashboard/texts.ts';
import { launchBrowser } from '../support/browser.ts';
import { projectRoot, results } from '../support/paths.ts';
import { axeViolationsOf } from './axe.ts';
import { themes } from './themes.ts';
import type { ThemeName } from './themes.ts';

const origin = 'http://dashboard.test';
const script = readFileSync(path.join(projectRoot, 'dist/webview/dashboard.js'), 'utf8');

const counts = {
  ...{ documents: 12, diagrams: 48, broken: 3, tables: 31, incidents: 2, costPages: 4, errors: 7, warnings: 15 },
  ...{ score: 81, visualRatio: 0.834, threeAmRatio: 0.75, costRatio: 0.5 },
};
const measure = (id: GoalMeasure, have: number | null, want: number) => ({
  ...{ id, have, want, reached: have !== null && have >= want },
});
const report: DashboardReport = {
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
  goals: [
    {
      file: '.diagram-gates.json',
      name: null,
      period: { every: 'week', number: 3 },
      due: '2026-11-22',
      state: 'open',
      measures: [measure('diagrams', 180, 225), measure('tables', 75, 75), measure('incidents', 11, 30)],
    },
    {
      file: '.diagram-gates.json',
      name: 'Phase 1: Harbours',
      period: null,
      due: '2026-11-06',
      state: 'late',
      measures: [measure('caseStudies', 1, 2), measure('score', 86, 90)],
    },
    { file: '.diagram-gates.json', name: 'Always', period: null, due: null, state: 'reached', measures: [measure('costShare', 92.5, 90)] }, // prettier-ignore
  ],
  parts: [
    {
      ...{ kind: 'case-study', name: 'systems/tide-mill', pages: 5, diagrams: 12 },
      ...{ required: { found: 12, wanted: 12, lacking: [] }, broken: 0, brokenPage: null },
      ...{ badLinks: 0, badLinkPage: null, complete: true },
    },
    {
      ...{ kind: 'case-study', name: 'systems/ferry', pages: 4, diagrams: 9 },
      ...{ required: { found: 9, wanted: 12, lacking: ['Regions', 'Growth and scale (0/2)'] } },
      ...{ broken: 1, brokenPage: 'systems/ferry/deck.md', badLinks: 2, badLinkPage: 'systems/ferry/README.md' },
      complete: false,
    },
  ],
};
const pages: DashboardPages = {
  type: 'pages',
  first: 0,
  total: 60,
  rows: [
    { path: 'docs/checkout.md', diagrams: 4, score: 40, failed: ['Renders', 'Visual', '3 AM'], errors: 5, warnings: 4 },
    { path: 'docs/costs/may.md', diagrams: 2, score: 67, failed: ['Numbers'], errors: 0, warnings: 2 },
  ],
};
const trend: DashboardTrend = {
  type: 'trend',
  problem: undefined,
  points: ['2026-09-01', '2026-09-20', '2026-10-18', '2026-11-20'].map((day, at) => ({
    ...counts,
    day,
    commit: at === 3 ? '' : String(at).repeat(40),
    diagrams: 12 * (at + 1),
    score: at === 0 ? null : 60 + 7 * at,
  })),
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
    await send(pages);
    await page.getByRole('button', { name: 'docs/checkout.md' }).waitFor();
  };
  const usualView: DashboardView = { text: '', gate: undefined, sort: 'score', descending: false, first: 0 };
  const views = async (): Promise<readonly unknown[]> =>
    ((await said()) as readonly { readonly type: string; readonly view?: unknown }[])
      .filter(({ type }) => type === 'view')
      .map(({ view }) => view);

  afterEach(async () => {
    assert.deepEqual(problems, []);
    await page.close();
  });

  it('says that it is ready, and nothing before the first report', async () => {
    await open();
    assert.deepEqual(await said(), [{ type: 'ready', view: usualView, trend: false }]);
    assert.equal(await page.locator('table').count(), 0);
  });

  it('shows figures, gates, pages and folders, and takes no text for markup', async () => {
    await open();
    await shown();
    const cards = await page.locator('.card').allInnerTexts();
    assert.deepEqual(
      cards.map((card) => card.replace(/\s+/g, ' ')),
      [
        ...['81 % Score', '12 Pages', '48 Diagrams', '3 Broken', '83 % Shown, not told', '75 % Pass the 3 AM test'],
        ...['31 Tables', '2 Incidents', '4 Cost pages', '50 % With costs'],
      ],
    );
    const row = page.getByRole('row', { name: /^Renders/ });
    assert.deepEqual(await row.locator('td').allInnerTexts(), ['75 %', '9', '3', '0']);
    assert.equal(await page.locator('img').count(), 0);
    assert.equal(await page.getByText('docs/<img src=x>').count(), 1);
  });

  it('says goals in words: what is there, what is wanted, by when, and how it stands', async () => {
    await open();
    await shown();
    const goals = await page.locator('.goal').allInnerTexts();
    assert.deepEqual(
      goals.map((goal) => goal.replace(/\s+/g, ' ')),
      [
        'Week 3 ◐ Under way by Nov 22, 2026 Valid diagrams 180 of 225 80 % Tables 75 of 75 100 % Incidents 11 of 30 36 %',
        'Phase 1: Harbours ! Late by Nov 6, 2026 Complete case studies 1 of 2 50 % Score 86 % of 90 %',
        'Always ✓ Reached Pages with costs 92.5 % of 90 %',
      ],
    );
    await send({ ...report, goals: [] });
    await page.getByRole('button', { name: 'Set Goals' }).click();
    assert.deepEqual(((await said()) as readonly unknown[]).at(-1), { type: 'goals' });
  });

  it('says what each part lacks, the incomplete first, and leads to it', async () => {
    await open();
    await shown();
    const parts = page.getByRole('region', { name: 'Phases and case studies' });
    const rows = await parts.locator('tbody tr').allInnerTexts();
    assert.deepEqual(
      rows.map((row) => row.replace(/\s+/g, ' ').trim()),
      [
        'systems/ferry Case study ◐ Not yet 9 of 12 Lacking: Regions, Growth and scale (0/2) 1 2 4 9',
        'systems/tide-mill Case study ✓ Yes 12 of 12 0 0 5 12',
      ],
    );
    await parts.getByRole('button', { name: 'systems/ferry: Bad links: 2' }).click();
    await parts.getByRole('button', { name: 'systems/ferry: Broken: 1' }).click();
    assert.deepEqual(((await said()) as readonly unknown[]).slice(-2), [
      { type: 'open', path: 'systems/ferry/README.md', gate: 'references' },
      { type: 'open', path: 'systems/ferry/deck.md', gate: 'renders' },
    ]);
  });

  it('asks for a page, a new check and each export, by keyboard, too', async () => {
    await open();
    await shown();
    await page.getByRole('button', { name: 'docs/costs/may.md' }).click();
    await page.getByRole('button', { name: 'Check Again' }).focus();
    await page.keyboard.press('Enter');
    for (const name of ['Markdown', 'HTML', 'CSV']) await page.getByRole('button', { name }).click();
    assert.deepEqual(((await said()) as readonly unknown[]).slice(1), [
      { type: 'open', path: 'docs/costs/may.md', gate: undefined },
      { type: 'check' },
      { type: 'export', format: 'markdown' },
      { type: 'export', format: 'html' },
      { type: 'export', format: 'csv' },
    ]);
  });

  it('sorts, filters and turns the pages of the list by keyboard', async () => {
    await open();
    await shown();
    await page.getByRole('button', { name: 'Errors' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    assert.equal(await page.locator('th[aria-sort]').getAttribute('aria-sort'), 'ascending');
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    await page.getByRole('searchbox', { name: 'Filter by path' }).focus();
    await page.keyboard.type('co');
    await page.getByRole('combobox', { name: 'Filter by gate' }).selectOption('three-am');
    const byErrors = { ...usualView, sort: 'errors' };
    assert.deepEqual(await views(), [
      { ...byErrors, descending: true },
      byErrors,
      { ...byErrors, first: 25 },
      { ...byErrors, text: 'c' },
      { ...byErrors, text: 'co' },
      { ...byErrors, text: 'co', gate: 'three-am' },
    ]);
    await send({ ...pages, rows: [], total: 0 });
    await page.getByText('No page is like that.').waitFor();
  });

  it('lists the pages of a folder, and those that fail a gate, at a click on either', async () => {
    await open();
    await shown();
    await page.getByRole('button', { name: 'Visual: Fail, 2' }).click();
    assert.equal(await page.getByRole('combobox').inputValue(), 'visual');
    await page.getByRole('button', { name: 'docs', exact: true }).click();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'docs/');
    assert.deepEqual(await views(), [
      { ...usualView, gate: 'visual' },
      { ...usualView, text: 'docs/' },
    ]);
  });

  it('keeps focus, selection, scrolling and the very elements while new reports come in', async () => {
    await open('dark', 360);
    await shown();
    await page.evaluate(() => scrollTo({ top: 700 }));
    const row = page.getByRole('button', { name: 'docs/costs/may.md' });
    await row.focus({ timeout: 5_000 });
    const place = await page.evaluate(() => scrollY);
    await row.evaluate((element) => Reflect.set(window, 'kept', element));
    await send({ ...report, whole: { ...counts, documents: 13 } });
    await send({ ...pages, rows: [...pages.rows].reverse() });
    await page.locator('.card', { hasText: '13' }).waitFor();
    await page.locator('tbody tr', { hasText: 'docs/' }).first().getByText('docs/costs/may.md').waitFor();
    const after = await page.evaluate(() => [
      document.activeElement === Reflect.get(window, 'kept'),
      document.activeElement?.textContent,
      scrollY,
    ]);
    assert.deepEqual(after, [true, 'docs/costs/may.md', place]);
  });

  it('shows few of many folders until it is asked for all', async () => {
    await open();
    const folders = Array.from({ length: 300 }, (_, at) => ({ ...counts, path: `area-${at}` }));
    await send({ ...report, folders });
    const region = page.getByRole('region', { name: 'Folders' });
    await region.waitFor();
    assert.equal(await region.locator('tbody tr').count(), 12);
    await page.getByRole('button', { name: 'Show all 300' }).click();
    assert.equal(await region.locator('tbody tr').count(), 300);
    await page.getByRole('button', { name: 'Show fewer' }).click();
    assert.equal(await region.locator('tbody tr').count(), 12);
  });

  it('shows the trend when it is asked for it: curves with words, and a table', async () => {
    await open();
    await shown();
    await page.getByRole('button', { name: 'Show Trend over Git History' }).click();
    await send({ type: 'reading', done: 30, all: 90 });
    await page.getByText('Reading the history: 30 of 90 pages').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Show Trend over Git History' }).click();
    assert.deepEqual(((await said()) as readonly unknown[]).slice(1), [
      { type: 'trend', wanted: true },
      { type: 'trend', wanted: false },
      { type: 'trend', wanted: true },
    ]);
    await send(trend);
    await page.getByRole('img', { name: 'Diagrams: from 12 on Sep 1, 2026 to 48 now' }).waitFor();
    await page.getByRole('img', { name: 'Score: from – on Sep 1, 2026 to 81 % now' }).waitFor();
    await page.getByText('As a table').click();
    const rows = await page.getByRole('region', { name: 'Trend' }).locator('tbody tr').allInnerTexts();
    assert.deepEqual(
      rows.map((row) => row.split(/\s*\t\s*/).slice(0, 4)),
      [
        ['Nov 20, 2026', 'now', '48', '3'],
        ['Oct 18, 2026', '2222222', '36', '3'],
        ['Sep 20, 2026', '1111111', '24', '3'],
        ['Sep 1, 2026', '0000000', '12', '3'],
      ],
    );
    assert.deepEqual(await axeViolationsOf(page), []);
  });

  it('says quietly that there is no history', async () => {
    await open();
    await shown();
    await page.getByRole('button', { name: 'Show Trend over Git History' }).click();
    await send({ type: 'trend', points: [] });
    await page.getByText('There is no history to show.').waitFor();
  });

  it('says how far a check is, and that there is nothing to show', async () => {
    await open();
    await send({ type: 'progress', done: 40, all: 160 });
    await page.getByText('Checking 40 of 160 pages').waitFor();
    await send({ type: 'progress', done: 0, all: 0 });
    await page.getByText('Checking 40').waitFor({ state: 'detached' });
    const none = { ...counts, documents: 0, diagrams: 0, broken: 0, score: null, visualRatio: null };
    await send({ ...report, whole: none, gates: [], folders: [], goals: [], parts: [] });
    await page.getByText('No page with a diagram is known yet').waitFor();
  });

  it('ignores messages of another shape', async () => {
    await open();
    await shown();
    await send({ type: 'report', whole: { documents: 'many' } });
    await send({ type: 'owned' });
    await send({ type: 'progress', done: 1, all: 2 });
    await page.getByText('Checking 1 of 2 pages').waitFor();
    assert.equal(await page.locator('.card').count(), 10);
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`reads well in ${theme}, narrow and wide`, async () => {
      for (const width of [360, 900]) {
        await open(theme, width);
        await shown();
        await page.getByRole('button', { name: 'Show Trend over Git History' }).click();
        await send(trend);
        await page.getByRole('img', { name: /^Diagrams/ }).waitFor();
        await page.screenshot({ path: path.join(results, `dashboard-${theme}-${width}.png`), fullPage: true });
        assert.deepEqual(await axeViolationsOf(page), []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
        if (width === 360) await page.close();
      }
    });
  }
});
