/** Mermaid comes in parts: a diagram brings in what it needs, once, and is drawn as if all of Mermaid had been there. */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { mermaidParts } from '../../core/frameParts.ts';
import { projectRoot } from '../support/paths.ts';
import { flowchart, pie, sequence } from './figures.ts';
import type { Preview, TestDiagram } from './preview.ts';
import { usePreview } from './usePreview.ts';

/** The same graph, laid out as `head` says. */
const graph = (head: string): string => `${head}flowchart TD\n  A --> B --> C & D --> E\n  A --> E`;

describe('preview: the parts of Mermaid', function () {
  this.timeout(120_000);
  const open = usePreview();
  let preview: Preview;

  beforeEach(async () => {
    preview = await open();
  });
  afterEach(() => assert.deepEqual(preview.strayRequests, []));

  const partsAsked = (): readonly string[] =>
    preview.asked.flatMap((asked) => /^\/parts\/(\w+)\.js$/.exec(asked)?.[1] ?? []);
  const draw = async (diagram: TestDiagram): Promise<string> => {
    assert.deepEqual((await preview.show([diagram])).failures, []);
    return preview.drawnMarkup();
  };

  it('needs none for what most pages have', async () => {
    await draw(sequence);
    await draw({ type: 'gantt', text: 'gantt\n  dateFormat YYYY-MM-DD\n  Copy 2 TB :2026-03-02, 3d' });
    await draw({ type: 'flowchart-v2', text: graph('---\nconfig:\n  layout: dagre\n---\n') });
    assert.deepEqual(partsAsked(), []);
  });

  it('asks for the frame’s script once, though the page announces it', async () => {
    await draw(sequence);
    assert.deepEqual(
      preview.asked.filter((asked) => asked === '/frame.js'),
      ['/frame.js'],
    );
  });

  for (const [how, head] of [
    ['front matter', '---\nconfig:\n  layout: elk\n---\n'],
    ['a directive', '%%{init: {"layout": "elk"}}%%\n'],
    ['its own type', ''],
  ] as const) {
    it(`lays out with ELK by ${how}, also when nobody told what the diagram is`, async () => {
      const text = how === 'its own type' ? graph('').replace('flowchart', 'flowchart-elk') : graph(head);
      const picture = await draw({ text });
      assert.deepEqual(partsAsked(), ['elk']);
      const other = await draw({ text: graph('%%{init: {"layout": "dagre"}}%%\n') });
      assert.notEqual(picture, other);
      assert.equal(await draw({ text: `${text}\n` }), picture, 'and again the same');
      assert.deepEqual(partsAsked(), ['elk']);
    });
  }

  for (const [name, text, parts, words] of [
    ['a mindmap', 'mindmap\n  root((Release 2.4))\n    Build\n    Trial', ['cytoscape', 'diagrams'], 'Trial'],
    [
      'an architecture',
      'architecture-beta\n  service web(server)[Web]\n  service db(database)[Orders]\n  web:R --> L:db',
      ['cytoscape', 'diagrams', 'grammars'],
      'Orders',
    ],
    ['a block diagram', 'block-beta\n  columns 2\n  a["Gate 7"] b\n  a --> b', ['diagrams'], 'Gate 7'],
  ] as const) {
    it(`draws ${name}, whichever layout its front matter wants, with no more than it needs`, async () => {
      await draw({ text });
      assert.deepEqual(partsAsked().toSorted(), parts);
      assert.ok((await preview.drawnText()).includes(words));
      // A mindmap with ELK is beyond Mermaid itself.
      const layout = name === 'a mindmap' ? 'dagre' : 'elk';
      await draw({ text: `---\nconfig:\n  layout: ${layout}\n---\n${text}` });
      assert.ok((await preview.drawnText()).includes(words));
      assert.deepEqual(partsAsked().toSorted(), parts);
    });
  }

  it('draws without a network what it has drawn before, also in a new frame', async () => {
    await draw(flowchart);
    await draw(pie);
    await preview.page.context().setOffline(true);
    await preview.page.evaluate(() => document.querySelector('.mermaid-frame')?.remove());
    // A frame that is gone does not answer: the budget ends it, and another takes its place.
    await preview.show([{ ...flowchart, text: flowchart.text.replace('97', '98') }]);
    await draw({ ...flowchart, text: flowchart.text.replace('97', '99') });
    await draw({ ...pie, text: pie.text.replace('60', '61') });
    assert.deepEqual(partsAsked().toSorted(), ['elk', 'grammars']);
  });

  it('fetches what a diagram’s type needs while the frame starts', async () => {
    // No frame can ask for it: there is no script before it was asked for.
    let isAsked = (): void => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    await preview.page.route('**/parts/elk.js', async (route) => {
      isAsked();
      await route.continue();
    });
    await preview.page.route('**/frame.js', async (route) => {
      await asked;
      await route.continue();
    });
    await preview.page.reload();
    await draw(flowchart);
  });

  it('says which part could not be fetched, and tries again when asked to', async () => {
    await preview.page.route('**/parts/elk.js', (route) => route.abort());
    const shown = await preview.show([flowchart]);
    assert.deepEqual(shown.failures, [
      { diagram: 0, problem: { kind: 'frame', message: 'its part “elk” could not be loaded' } },
    ]);
    assert.match((await preview.strips())[0] ?? '', /Mermaid could not be started: its part “elk” could not be loaded/);
    await preview.page.unroute('**/parts/elk.js');
    await preview.page.getByRole('button', { name: 'Try again' }).click();
    await preview.page.locator('.figure[data-state="drawn"]').waitFor();
    assert.match(await preview.drawnText(), /Gateway/);
  });

  it('keeps what every diagram waits for small', () => {
    const built = path.join(projectRoot, 'dist/webview');
    const sizeOf = (file: string): number => statSync(path.join(built, file)).size;
    assert.ok(sizeOf('frame.js') < 1_400_000, `${sizeOf('frame.js')} bytes`);
    // Nothing was lost on the way either.
    const parts = mermaidParts.reduce((sum, part) => sum + sizeOf(`parts/${part}.js`), 0);
    assert.ok(parts > 3_500_000 && parts < 4_500_000, `${parts} bytes in parts`);
  });
});
