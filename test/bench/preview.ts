/**
 * What the preview costs, against `mermaid.render` alone on the same diagrams in the same browser: `npm run bench:preview`.
 * Prints times and ratios, how the memory grows over five hundred edits, and the sizes of what is built. Nothing here passes or fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { fileOfPart, mermaidParts, pdfPart, zenumlPart } from '../../core/frameParts.ts';
import { launchBrowser } from '../support/browser.ts';
import { projectRoot } from '../support/paths.ts';
import { pie, sequence } from '../webview/figures.ts';
import { Preview } from '../webview/preview.ts';
import type { TestDiagram } from '../webview/preview.ts';
import { PreviewServer } from '../webview/previewServer.ts';
import { table } from './faults/table.ts';

const edits = 12;
const openings = 5;
const manyEdits = 500;

/** A flowchart of twenty nodes; each `edit` of it is another text. */
const edited = (edit: number): TestDiagram => ({
  type: 'flowchart-v2',
  text: [
    'flowchart LR',
    ...Array.from({ length: 19 }, (_, index) => `  n${index}["Service ${index}, ${edit} RPS"] --> n${index + 1}`),
  ].join('\n'),
});

/** A page whose first diagram is edited. */
const pageOf = (count: number, edit: number): readonly TestDiagram[] => [
  edited(edit),
  ...Array.from({ length: count - 1 }, (_, index) => {
    const { type, text } = index % 2 === 0 ? sequence : pie;
    return { ...(type === undefined ? {} : { type }), text: text.replace(/\d+/, String(100 + index)) };
  }),
];

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const ms = (value: number): string => `${value.toFixed(0)} ms`;
const ratio = (ours: number, theirs: number): string => (ours / theirs).toFixed(2);

/** Mermaid as published in a page of its own, as one would draw with it. */
async function openPlain(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>mermaid</title><div id="stage"></div>');
  await page.addScriptTag({ path: path.join(projectRoot, 'node_modules/mermaid/dist/mermaid.min.js') });
  await page.evaluate(() => {
    const { mermaid } = window as unknown as { readonly mermaid: { initialize(config: object): void } };
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', look: 'classic', theme: 'base' });
  });
  return page;
}

/** Draws a text and puts it into the page; milliseconds. */
const drawPlain = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (diagram) => {
    const { mermaid } = window as unknown as {
      readonly mermaid: { render(id: string, text: string): Promise<{ readonly svg: string }> };
    };
    const start = performance.now();
    const { svg } = await mermaid.render('plain', diagram);
    const stage = document.querySelector('#stage');
    if (stage !== null) stage.innerHTML = svg;
    return performance.now() - start;
  }, text);

/** From the message with the page to the answer that all of it is shown, on the panel's own clock. */
async function drawOurs(preview: Preview, diagrams: readonly TestDiagram[]): Promise<number> {
  const seq = await preview.sendPage(diagrams);
  await preview.settled(seq, 120_000);
  const { sent, answered } = await preview.timesOf(seq);
  return answered - sent;
}

async function measureEdits(browser: Browser, server: PreviewServer, count: number): Promise<readonly string[]> {
  const plain = await openPlain(browser);
  const preview = await Preview.open(browser, server, { height: 1_000, budget: 60_000 });
  await drawOurs(preview, pageOf(count, 0));
  if (count > 1) await preview.choose('Whole page');
  await drawOurs(preview, pageOf(count, 0));
  await drawPlain(plain, edited(0).text);
  const before = (await preview.renders()).length;
  const [ours, theirs] = [[] as number[], [] as number[]];
  for (let edit = 1; edit <= edits; edit += 1) {
    // In turns, so that whatever else the machine does meets both alike.
    ours.push(await drawOurs(preview, pageOf(count, edit)));
    theirs.push(await drawPlain(plain, edited(edit).text));
  }
  const drawn = (await preview.renders()).length - before;
  await preview.close();
  await plain.close();
  return [
    `page of ${count}`,
    ms(median(ours)),
    ms(median(theirs)),
    ratio(median(ours), median(theirs)),
    (drawn / edits).toFixed(2),
  ];
}

/** Opens a panel anew: from the navigation to the first picture, against a page that does nothing but draw it. */
async function measureOpening(browser: Browser, server: PreviewServer): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const [name, diagram] of [
    ['a flowchart of 20 nodes', edited(1)],
    ['a sequence diagram', sequence],
    ['a pie chart', pie],
  ] as const) {
    const [ours, theirs] = [[] as number[], [] as number[]];
    for (let opening = 0; opening < openings; opening += 1) {
      const preview = await Preview.open(browser, server);
      const seq = await preview.sendPage([diagram]);
      await preview.settled(seq, 120_000);
      ours.push((await preview.timesOf(seq)).answered);
      await preview.close();
      theirs.push(await openAndDraw(browser, diagram.text));
    }
    rows.push([name, ms(median(ours)), ms(median(theirs)), ratio(median(ours), median(theirs))]);
  }
  return rows;
}

async function openAndDraw(browser: Browser, text: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ path: path.join(projectRoot, 'node_modules/mermaid/dist/mermaid.min.js') })
      : route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><div id="stage"></div><script src="/m.js"></script>',
        }),
  );
  await page.goto('http://plain.test/');
  await drawPlain(page, text);
  const took = await page.evaluate(() => performance.now());
  await context.close();
  return took;
}

interface Memory {
  readonly heap: number;
  readonly nodes: number;
  readonly detached: number;
  readonly listeners: number;
}

/** What a page and everything in it holds after its garbage was collected. */
async function memoryOf(preview: Preview, place: 'panel' | 'frame'): Promise<Memory> {
  const { page } = preview;
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (frame === undefined) throw new Error('there is no frame');
  const session = await page.context().newCDPSession(place === 'panel' ? page : frame);
  // Twice, because what the first finds dead may hold more.
  for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const attached = await (place === 'panel' ? page : frame).evaluate(() => {
    // Texts and comments are nodes as well.
    const count = (root: Node): number => {
      let found = 1;
      if (root instanceof Element && root.shadowRoot !== null) found += count(root.shadowRoot);
      for (const child of root.childNodes) found += count(child);
      return found;
    };
    return count(document);
  });
  await session.detach();
  return { heap: usedSize, nodes, detached: nodes - attached, listeners: jsEventListeners };
}

/** Five hundred edits of one diagram on a page of twenty, half of them while it is broken. */
async function measureMemory(browser: Browser, server: PreviewServer): Promise<readonly (readonly string[])[]> {
  const preview = await Preview.open(browser, server, { height: 1_000, budget: 60_000 });
  await drawOurs(preview, pageOf(20, 0));
  await preview.choose('Whole page');
  const rows: (readonly string[])[] = [];
  for (let edit = 0; edit <= manyEdits; edit += 1) {
    const page = pageOf(20, edit % 2 === 0 ? edit : 0);
    const broken = { ...edited(edit), fault: 'The label is not closed' };
    await drawOurs(preview, edit % 2 === 0 ? page : [broken, ...page.slice(1)]);
    if (edit !== 20 && edit !== manyEdits / 2 && edit !== manyEdits) continue;
    for (const place of ['panel', 'frame'] as const) {
      const { heap, nodes, detached, listeners } = await memoryOf(preview, place);
      const mega = (heap / 1_048_576).toFixed(1);
      rows.push([`${place}, after ${edit} edits`, `${mega} MB`, `${nodes}`, `${detached}`, `${listeners}`]);
    }
  }
  await preview.close();
  return rows;
}

function sizes(): readonly (readonly string[])[] {
  const root = path.join(projectRoot, 'dist/webview');
  const sizeOf = (name: string, files: readonly string[]): readonly string[] => {
    const texts = files.map((file) => readFileSync(file));
    const kilo = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
    const whole = texts.reduce((sum, text) => sum + text.length, 0);
    return [name, kilo(whole), kilo(texts.reduce((sum, text) => sum + gzipSync(text).length, 0))];
  };
  const filesIn = (folder: string): readonly string[] =>
    readdirSync(path.join(root, folder)).map((file) => path.join(root, folder, file));
  return [
    ...['shell.js', 'frame.js', ...[...mermaidParts, zenumlPart, pdfPart].map(fileOfPart)].map((name) =>
      sizeOf(name, [path.join(root, name)]),
    ),
    ...['parts/icons/logos', 'parts/icons/mdi'].map((name) => sizeOf(`${name}/*`, filesIn(name))),
  ];
}

const [browser, server] = await Promise.all([launchBrowser(), PreviewServer.start()]);
try {
  console.log(
    table([
      ['first picture after opening', 'preview', 'a page with mermaid', 'ratio'],
      ...(await measureOpening(browser, server)),
    ]),
  );
  const heading = ['edit to picture, whole page shown', 'preview', 'mermaid.render', 'ratio', 'drawings an edit'];
  const rows: (readonly string[])[] = [];
  for (const count of [1, 20, 100]) rows.push(await measureEdits(browser, server, count));
  console.log(`\n${table([heading, ...rows])}`);
  const memory = await measureMemory(browser, server);
  console.log(`\n${table([['memory', 'heap', 'nodes', 'detached', 'listeners'], ...memory])}`);
  console.log(`\n${table([['bundle', 'size', 'gzip'], ...sizes()])}`);
} finally {
  await browser.close();
  await server.stop();
}
