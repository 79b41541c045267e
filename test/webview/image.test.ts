/** Pictures for files: an SVG that stands alone, a PNG of the size asked for; of any diagram of the page, seen or not. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { ShellToHost } from '../../core/protocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { brokenFlowchart, flowchart, pie, sequence } from './figures.ts';
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

  const ask = async (
    diagram: number,
    wish: { format: 'svg' | 'png'; scale?: number; paper?: boolean },
    version = 1,
  ) => {
    await preview.send({
      type: 'image',
      seq: 700 + diagram,
      uri: 'file:///work/page.md',
      version,
      diagram,
      format: wish.format,
      scale: wish.scale ?? 1,
      paper: wish.paper ?? true,
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
