/** Diagrams as PDF: one page of the diagram's size, in shapes and words where PDF has them, with nothing in it that does anything. */
import assert from 'node:assert/strict';
import type { ImageWish } from '../../core/protocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';
import { flowchart, pie, sequence } from './figures.ts';
import { PdfReader } from './pdfReader.ts';
import type { Preview, TestDiagram } from './preview.ts';
import { usePreview } from './usePreview.ts';

/** Fonts differ from machine to machine; a shape that is missing or elsewhere is more than this. */
const mostDifferent = 0.03;

/** Of these types Mermaid draws labels in HTML whatever it is told, or mixes colours as PDF cannot. */
const shownAsImages = ['eventmodeling', 'sankey', 'swimlane'];

/** Samples of other types with letters or pictures that no font of PDF has. */
const withOtherLetters = ['cynefin/backlog', 'mindmap/unicode', 'pie/on-call-load'];

describe('preview: PDF documents', function () {
  this.timeout(300_000);
  const open = usePreview();
  let reader: PdfReader;

  before(async () => {
    const browser = await launchBrowser();
    reader = await PdfReader.open(browser);
    after(() => browser.close());
  });

  let seq = 5_000;
  const ask = async (preview: Preview, diagram: number, wish: Pick<ImageWish, 'format'> & Partial<ImageWish>) => {
    const count = preview.posted.length;
    seq += 1;
    const version = preview.version;
    const usual = { scale: 2, paper: true, colours: 'light', labels: 'text' } as const;
    await preview.send({ type: 'image', seq, uri: 'file:///work/page.md', version, diagram, ...usual, ...wish });
    return Promise.race([preview.saidSince('image', count), preview.saidSince('noImage', count)]);
  };
  const draw = async (...asked: Parameters<typeof ask>): Promise<string> => {
    const answer = await ask(...asked);
    assert.ok(answer.type === 'image', JSON.stringify(answer).slice(0, 500));
    return answer.data;
  };
  const read = async (preview: Preview, pdfShows: 'words' | 'image' = 'words', wish: Partial<ImageWish> = {}) => {
    const diagram = 0;
    const pdf = await draw(preview, diagram, { format: 'pdf', ...wish });
    // An image in a document shows the diagram as the preview does.
    const labels = pdfShows === 'image' ? 'html' : 'text';
    const picture = await draw(preview, diagram, { format: 'png', scale: 1, ...wish, labels });
    return { ...(await reader.read(pdf, picture)), pdf };
  };
  const viewBoxOf = async (preview: Preview): Promise<readonly number[]> => {
    const svg = await draw(preview, 0, { format: 'svg' });
    return (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).map(Number);
  };

  for (const [diagram, ...words] of [
    [{ ...flowchart, title: 'Orders (97 RPS)' }, 'Client, 97 RPS', 'Gateway', 'Orders, 12 GB'],
    [sequence, 'insert, p99 45 ms'],
    [pie, 'Monthly bill', '60%'],
  ] as const) {
    it(`have the page of the picture and its words as text: ${diagram.type ?? ''}`, async () => {
      const preview = await open();
      await preview.show([diagram]);
      const found = await read(preview);
      const [, , width = 0, height = 0] = await viewBoxOf(preview);
      assert.equal(found.pages, 1);
      // A point is a 72nd of an inch, a pixel a 96th.
      assert.ok(Math.abs(found.width - 0.75 * width) < 0.1, `${found.width} and ${width}`);
      assert.ok(Math.abs(found.height - 0.75 * height) < 0.1, `${found.height} and ${height}`);
      assert.equal(found.title, 'title' in diagram ? diagram.title : 'page.md');
      const text = found.text.replaceAll(/\s+/g, ' ');
      for (const word of words) assert.ok(text.includes(word), `“${word}” in “${text}”`);
      assert.equal(found.images, 0);
      assert.ok(found.difference < mostDifferent, `${found.difference}`);
    });
  }

  it('are told from documents that look otherwise, which the test above would find', async () => {
    const preview = await open();
    await preview.show([flowchart, { ...flowchart, text: flowchart.text.replace('Gateway -->', '%% Gateway -->') }]);
    const pdf = await draw(preview, 0, { format: 'pdf' });
    const other = await draw(preview, 1, { format: 'png', scale: 1 });
    const { difference } = await reader.read(pdf, other);
    assert.ok(difference > mostDifferent, `${difference}`);
  });

  const samples = readSamples();
  const firstOfType = samples.filter(({ type }, index) => samples[index - 1]?.type !== type);
  const others = samples.filter(({ id }) => withOtherLetters.includes(id));
  // One test each: all of them together take minutes on a busy machine.
  for (const sample of [...firstOfType, ...others]) {
    it(`look like the picture in every type of diagram: ${sample.id}`, async () => {
      const preview = await open({ budget: 60_000 });
      await preview.show([sample]);
      const isImage = shownAsImages.includes(sample.type) || withOtherLetters.includes(sample.id);
      const found = await read(preview, isImage ? 'image' : 'words');
      assert.deepEqual([found.images, found.actions], [isImage ? 1 : 0, []]);
      if (isImage) assert.equal(found.text, '');
      assert.ok(found.difference <= mostDifferent, `${found.difference} is different`);
    });
  }

  it('show an image where the fonts of PDF lack a letter, or a formula is to be seen', async () => {
    for (const label of ['注文 → 支払い', '$$x = \\\\frac{a}{b}$$']) {
      const preview = await open();
      const text = `flowchart LR\n  A["${label}"] --> B["Orders, 12 GB"]`;
      await preview.show([{ ...flowchart, text }]);
      const found = await read(preview, 'image');
      assert.equal(found.images, 1, label);
      assert.equal(found.text, '');
      await preview.close();
    }
  });

  it('have no link, script or attachment, whatever the diagram says', async () => {
    const preview = await open();
    const clicks = [
      'click A href "https://example.com/orders" "Orders"',
      'click B href "javascript:alert(1)"',
      'click B call alert()',
    ];
    await preview.show([
      {
        ...flowchart,
        text: ['flowchart LR', '  A["/JavaScript (/URI)"] --> B["endstream endobj"]', ...clicks].join('\n'),
      },
    ]);
    const found = await read(preview);
    assert.deepEqual(found.actions, []);
    assert.match(found.text, /\/JavaScript \(\/URI\)/);
    const bytes = Buffer.from(found.pdf, 'base64').toString('latin1');
    assert.doesNotMatch(bytes, /\/(?:JavaScript|URI|Launch|GoToR|SubmitForm|AcroForm|EmbeddedFile)\b/);
  });

  it('let through what is behind them where that is wished', async () => {
    const preview = await open();
    await preview.show([flowchart]);
    const [painted, bare] = [
      await draw(preview, 0, { format: 'pdf', colours: 'dark' }),
      await draw(preview, 0, { format: 'pdf', colours: 'dark', paper: false }),
    ];
    const paper = await draw(preview, 0, { format: 'png', scale: 1, colours: 'dark' });
    assert.ok((await reader.read(painted, paper)).difference < mostDifferent);
    assert.ok((await reader.read(bare, paper)).difference > 0.5);
  });

  it('bring in what makes them when they are asked for, once, and nothing else', async () => {
    const preview = await open();
    const asked: string[] = [];
    preview.page.on('request', (request) => asked.push(request.url().replace(/^data:.*/s, 'data:')));
    await preview.show([flowchart]);
    await draw(preview, 0, { format: 'png' });
    assert.deepEqual(
      asked.filter((url) => url.includes('/parts/pdf')),
      [],
    );
    await draw(preview, 0, { format: 'pdf' });
    await draw(preview, 0, { format: 'pdf', colours: 'dark' });
    const fetched = asked.filter((url) => !url.startsWith('data:'));
    assert.deepEqual(
      fetched.map((url) => new URL(url).pathname),
      // ELK for the flowchart itself.
      ['/parts/elk.js', '/parts/pdf.js'],
    );
    assert.deepEqual(preview.strayRequests, []);
  });

  it('are refused with a reason where that cannot be fetched, and made the next time', async () => {
    const preview = await open();
    await preview.page.route('**/parts/pdf.js', (route) => route.abort());
    await preview.show([flowchart]);
    const answer = await ask(preview, 0, { format: 'pdf' });
    assert.deepEqual(answer.type === 'noImage' && answer.message, 'Error: its part “pdf” could not be loaded');
    await preview.page.unroute('**/parts/pdf.js');
    assert.equal(Buffer.from(await draw(preview, 0, { format: 'pdf' }), 'base64').toString('latin1', 0, 5), '%PDF-');
  });

  it('are as large as PDF allows where a diagram is larger', async () => {
    const preview = await open({ budget: 60_000 });
    const long: TestDiagram = {
      type: 'flowchart-v2',
      text: `flowchart LR\n  ${Array.from({ length: 130 }, (_, index) => `n${index}["Service number ${index}, 12 GB"]`).join(' --> ')}`,
    };
    await preview.show([long]);
    const found = await read(preview);
    assert.ok(found.width <= 14_400 && found.width > 14_000, `${found.width} points`);
    assert.match(found.text, /129, 12 GB/);
  });
});
