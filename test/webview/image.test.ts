/** Pictures for files: an SVG that stands alone, a PNG of the size asked for; of any diagram of the page, seen or not. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { ImageWish, ShellToHost } from '../../core/protocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { brokenFlowchart, flowchart, journey, pie, sequence } from './figures.ts';
import { Preview } from './preview.ts';
import type { TestDiagram } from './preview.ts';
import { PreviewServer } from './previewServer.ts';

type Answer = Extract<ShellToHost, { readonly type: 'image' | 'noImage' }>;

describe('preview: pictures for files', function () {
  this.timeout(120_000);
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
  beforeEach(async () => {
    preview = await Preview.open(browser, server, { theme: 'dark' });
  });
  afterEach(async () => {
    assert.deepEqual(preview.errors, []);
    assert.deepEqual(preview.violations, []);
    assert.deepEqual(preview.strayRequests, []);
    await preview.close();
  });

  const ask = async (diagram: number, wish: Pick<ImageWish, 'format'> & Partial<ImageWish>, version = 1) => {
    await preview.send({
      type: 'image',
      seq: 700 + diagram,
      uri: 'file:///work/page.md',
      version,
      diagram,
      scale: 1,
      paper: true,
      colours: 'preview',
      labels: 'html',
      ...wish,
    });
    return Promise.race([preview.said('image'), preview.said('noImage')]) as Promise<Answer>;
  };
  const imageOf = async (diagrams: readonly TestDiagram[], ...wish: Parameters<typeof ask>): Promise<string> => {
    await preview.show(diagrams);
    const answer = await ask(...wish);
    assert.ok(answer.type === 'image', JSON.stringify(answer).slice(0, 500));
    return answer.data;
  };

  /** Loads the picture as any program would, on a page of its own; gives its size and the colour near its corner. */
  const load = async (data: string, format: 'svg' | 'png') => {
    const page = await browser.newPage();
    try {
      const url =
        format === 'svg'
          ? `data:image/svg+xml;base64,${Buffer.from(data).toString('base64')}`
          : `data:image/png;base64,${data}`;
      return await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.drawImage(image, 0, 0);
        const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
        const colours = new Set<string>();
        for (let at = 0; at < pixels.length; at += 4 * 97) colours.add([...pixels.slice(at, at + 4)].join());
        return {
          width: canvas.width,
          height: canvas.height,
          corner: [...context.getImageData(3, 3, 1, 1).data],
          colours: colours.size,
        };
      }, url);
    } finally {
      await page.close();
    }
  };

  for (const diagram of [flowchart, sequence, pie]) {
    it(`stand alone: ${diagram.type ?? ''}`, async () => {
      const svg = await imageOf([diagram], 0, { format: 'svg' });
      assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.doesNotMatch(svg, /https?:\/\/(?!www\.w3\.org)/);
      const sheet = await preview.page.locator('.sheet').boundingBox();
      const loaded = await load(svg, 'svg');
      assert.ok(sheet !== null && Math.abs(loaded.width / loaded.height - sheet.width / sheet.height) < 0.02);
      assert.deepEqual(loaded.corner, [31, 31, 31, 255], 'the paper is painted');
      assert.ok(loaded.colours > 3, 'something is drawn');
    });
  }

  it('have as many pixels as were asked for', async () => {
    const once = await load(await imageOf([flowchart], 0, { format: 'png', scale: 1 }), 'png');
    await preview.close();
    preview = await Preview.open(browser, server, { theme: 'dark' });
    const thrice = await load(await imageOf([flowchart], 0, { format: 'png', scale: 3 }), 'png');
    assert.ok(Math.abs(thrice.width - 3 * once.width) <= 3, `${once.width} and ${thrice.width}`);
    assert.deepEqual(thrice.corner, [31, 31, 31, 255]);
    assert.ok(thrice.colours > 3);
  });

  it('let through what is behind them where that is wished', async () => {
    const loaded = await load(await imageOf([flowchart], 0, { format: 'png', paper: false }), 'png');
    assert.equal(loaded.corner[3], 0);
  });

  for (const [diagram, ...shown] of [
    [flowchart, 'Client, 97 RPS', 'Orders, 12 GB'],
    [sequence, 'insert, p99 45 ms'],
    [pie, 'Monthly bill', 'Compute'],
    [journey, 'A refund', 'Wait, 40 min'],
  ] as const) {
    it(`have plain text where programs other than browsers are to read them: ${diagram.type ?? ''}`, async () => {
      const svg = await imageOf([diagram], 0, { format: 'svg', labels: 'text' });
      assert.doesNotMatch(svg, /foreignObject/i);
      const loaded = await load(svg, 'svg');
      assert.ok(loaded.colours > 3, 'something is drawn');
      const words = svg.replaceAll(/<style.*?<\/style>/gs, '').replaceAll(/<[^>]*>/g, '');
      for (const wanted of shown) assert.ok(words.replaceAll(/\s+/g, ' ').includes(wanted), `${wanted} in ${words}`);
    });
  }

  it('have HTML labels where browsers read them, which the test above would find', async () => {
    assert.match(await imageOf([flowchart], 0, { format: 'svg' }), /<foreignObject/);
  });

  it('are light or dark as wished, whatever the panel looks like', async () => {
    const light = await imageOf([flowchart], 0, { format: 'png', colours: 'light' });
    assert.deepEqual((await load(light, 'png')).corner, [255, 255, 255, 255]);
    assert.equal((await preview.renders()).length, 2, 'drawn once for the panel and once for the file');
    const sheet = preview.page.locator('.sheet').first();
    assert.equal(await sheet.evaluate((found) => getComputedStyle(found).backgroundColor), 'rgb(31, 31, 31)');
  });

  it('are made of diagrams that are not seen', async () => {
    assert.deepEqual(await preview.renders(), []);
    const svg = await imageOf([flowchart, sequence, pie], 2, { format: 'svg' });
    assert.match(svg, /Monthly bill/);
    assert.deepEqual(await preview.renders(), [flowchart.text, pie.text], 'and nothing else is drawn for it');
  });

  it('are refused with a reason where there is none', async () => {
    await preview.show([flowchart, brokenFlowchart]);
    const broken = await ask(1, { format: 'svg' });
    assert.deepEqual(
      broken.type === 'noImage' && broken.message,
      'Does not render: The label of Orders is not closed: add )]',
    );
  });

  it('are refused of a page that changed meanwhile', async () => {
    await preview.show([flowchart]);
    const late = await ask(0, { format: 'svg' }, 99);
    assert.deepEqual(late.type === 'noImage' && late.message, 'The document changed meanwhile; try again.');
  });

  it('are put on the clipboard when the host asks, in the size it asks for', async () => {
    await preview.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await preview.show([flowchart, pie]);
    const wish = { format: 'png', scale: 3, paper: true, colours: 'light', labels: 'html' } as const;
    await preview.send({ type: 'copy', seq: 900, uri: 'file:///work/page.md', version: 1, diagram: 1, ...wish });
    const answer = await preview.said('copied');
    assert.equal(answer.problem, undefined);
    const copied = await preview.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType('image/png');
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? []);
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    });
    const once = await load(await imageOf([flowchart, pie], 1, { format: 'png' }, 2), 'png');
    const thrice = await load(copied, 'png');
    assert.ok(Math.abs(thrice.width - 3 * once.width) <= 3, `${once.width} and ${thrice.width}`);
    assert.deepEqual(thrice.corner, [255, 255, 255, 255]);
  });

  it('are offered as a file when the clipboard refuses, with its reason', async () => {
    await preview.page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('Document is not focused', 'NotAllowedError'));
    });
    await preview.show([flowchart, pie], 1);
    await preview.page.getByRole('button', { name: 'Copy as image' }).click();
    const offer = await preview.said('saveInstead');
    assert.deepEqual([offer.diagram, offer.problem], [1, 'Document is not focused']);
    const wish = { format: 'png', scale: 2, paper: true, colours: 'preview', labels: 'html' } as const;
    await preview.send({ type: 'copy', seq: 901, uri: 'file:///work/page.md', version: 1, diagram: 0, ...wish });
    assert.equal((await preview.said('copied')).problem, 'Document is not focused');
  });

  it('know which diagram a context menu is about', async () => {
    await preview.show([flowchart, pie], 1);
    await preview.choose('Whole page');
    // As VS Code does: what the place says, over what is said around it.
    const contextAt = (selector: string, index: number): Promise<unknown> =>
      preview.page
        .locator(selector)
        .nth(index)
        .evaluate((found) => {
          const said: unknown[] = [];
          for (let at: Element | null = found; at !== null; at = at.parentElement) {
            said.unshift(JSON.parse((at as HTMLElement).dataset['vscodeContext'] ?? '{}'));
          }
          return Object.assign({}, ...said) as unknown;
        });
    const around = { preventDefaultContextMenuItems: true, panel: 'panel' };
    assert.deepEqual(await contextAt('.picture', 0), { ...around, webviewSection: 'diagram', diagram: 0 });
    assert.deepEqual(await contextAt('.picture', 1), { ...around, webviewSection: 'diagram', diagram: 1 });
    assert.deepEqual(await contextAt('.scroller', 0), { ...around, webviewSection: 'diagram', diagram: 1 });
    assert.deepEqual(await contextAt('.toolbar', 0), around);
  });

  it('are asked for by a button, and copied by another', async () => {
    await preview.show([flowchart, pie], 1);
    await preview.page.getByRole('button', { name: 'Export…' }).click();
    assert.equal((await preview.said('export')).diagram, 1);
    await preview.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await preview.page.getByRole('button', { name: 'Copy as image' }).click();
    await preview.page.getByRole('status').filter({ hasText: 'Copied as an image' }).waitFor();
    const size = await preview.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType('image/png');
      return blob?.size ?? 0;
    });
    assert.ok(size > 1_000, `${size} bytes`);
  });
});
