/**
 * Every diagram of every pattern and of the case study is drawn in each theme and can be read. The first diagram of each
 * pattern becomes its picture: `npm run pictures` writes them for docs/patterns.md, the test itself only to test-results.
 */
import assert from 'node:assert/strict';
import { caseStudyPages } from '../../core/patterns/caseStudy/study.ts';
import { patterns } from '../../core/patterns/library.ts';
import type { PatternBlock } from '../../core/patterns/pattern.ts';
import { fillBlock } from '../../core/patterns/render.ts';
import { launchBrowser } from '../support/browser.ts';
import { drawEach } from './drawEach.ts';
import { flowchart } from './figures.ts';
import { labelContrasts } from './labelContrast.ts';
import { Preview } from './preview.ts';
import { PreviewServer } from './previewServer.ts';

/** The diagrams as Mermaid takes them. */
const diagramsOf = (blocks: readonly PatternBlock[]): readonly string[] =>
  blocks.filter(({ kind }) => kind === 'diagram').map((block) => fillBlock(block).split('\n').slice(1, -1).join('\n'));

describe('preview: patterns', function () {
  this.timeout(180_000);
  drawEach(
    patterns.map(({ id, title, body }) => ({
      title,
      diagrams: () => diagramsOf(body),
      pictureOf: (index) => (index === 0 ? id : undefined),
    })),
    'patterns',
  );

  it('would see a label that is too faint', async () => {
    const [browser, server] = await Promise.all([launchBrowser(), PreviewServer.start()]);
    try {
      const preview = await Preview.open(browser, server, { theme: 'light' });
      await preview.show([{ text: `${flowchart.text}\n  faint[Faint]\n  style faint fill:#fff,color:#ccc` }]);
      const [first] = await labelContrasts(preview);
      assert.deepEqual(first, { text: 'Faint', ratio: 1.61 });
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});

describe('preview: the case study', function () {
  this.timeout(180_000);
  const chapters = caseStudyPages.map(({ title, blocks }) => ({
    title,
    diagrams: () => diagramsOf(blocks),
    pictureOf: () => undefined,
  }));
  drawEach(chapters, undefined);

  it('has twelve diagrams', () => assert.equal(chapters.flatMap(({ diagrams }) => diagrams()).length, 12));
});
