/**
 * Every diagram of the examples in docs/sources.md is drawn in each theme and can be read. `npm run pictures` writes the
 * pictures of the page and what the page shows of each example, the test itself only pictures in test-results.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { arePicturesKept } from '../support/pictures.ts';
import { asShown, diagramsIn, madeOf, pictureName, sourceExamples, sourcesPage } from '../support/sourceExamples.ts';
import { drawEach } from './drawEach.ts';

describe('preview: what is made of sources', function () {
  this.timeout(180_000);
  drawEach(
    sourceExamples()
      // A table of figures has no diagram.
      .filter(({ kind }) => kind !== 'metrics')
      .map((example) => ({
        title: example.kind,
        diagrams: async () => diagramsIn(await madeOf(example)),
        pictureOf: (index) => pictureName(example.kind, index),
      })),
    'sources',
  );

  if (arePicturesKept) {
    after(async () => {
      let page = readFileSync(sourcesPage, 'utf8');
      for (const example of sourceExamples()) {
        const from = page.indexOf('\n\n', page.indexOf('\n\nbecomes', page.indexOf(example.text)) + 2) + 2;
        const fresh = `${asShown(example.kind, await madeOf(example))}\n\n`;
        page = `${page.slice(0, from)}${fresh}${page.slice(from + example.shown.length)}`;
      }
      writeFileSync(sourcesPage, `${page.trimEnd()}\n`);
    });
  }
});
