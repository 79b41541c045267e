/** What `docs/sources.md` shows is what is made: each example is made anew and compared. */
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { sources } from '../../core/sources/library.ts';
import { drawnFrom, pictureFile, pictureLooks, picturesFolder, readDrawn } from '../support/pictures.ts';
import { asShown, diagramsIn, madeOf, pictureName, sourceExamples } from '../support/sourceExamples.ts';

/** All of them are in the package, and nobody waits for a page of pictures. */
const most = { bytes: 24_000, bytesInAll: 300_000 };

describe('the examples of docs/sources.md', () => {
  const examples = sourceExamples();

  it('are there for each kind', () => {
    const kinds = new Set(examples.map(({ kind }) => kind));
    assert.deepEqual(
      sources.map(({ id }) => id).filter((id) => !kinds.has(id)),
      [],
    );
    assert.equal(examples.length, kinds.size);
  });

  for (const example of examples) {
    it(`are what is made: ${example.kind}`, async () => {
      assert.equal(example.shown.trim(), asShown(example.kind, await madeOf(example)));
    });
  }

  it('have the pictures of their diagrams, light and dark, and no others; `npm run pictures` draws them again', async () => {
    const drawn: [string, string][] = [];
    for (const example of examples) {
      for (const [index, text] of diagramsIn(await madeOf(example)).entries()) {
        drawn.push([pictureName(example.kind, index), drawnFrom(text)]);
      }
    }
    assert.deepEqual(readDrawn('sources'), Object.fromEntries(drawn));
    const files = drawn.flatMap(([name]) => pictureLooks.map((look) => pictureFile('sources', name, look)));
    assert.deepEqual(readdirSync(picturesFolder('sources')).sort(), files.map((file) => path.basename(file)).sort());
    const sizes = files.map((file) => statSync(file).size);
    assert.deepEqual(
      files.filter((_, index) => (sizes[index] ?? 0) > most.bytes),
      [],
    );
    const all = sizes.reduce((sum, size) => sum + size, 0);
    assert(all > 20_000 && all <= most.bytesInAll, `${all} bytes`);
  });
});
