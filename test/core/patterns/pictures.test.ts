import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { patterns } from '../../../core/patterns/library.ts';
import { fillDefaults } from '../../../core/patterns/render.ts';
import { drawnFrom, pictureFile, pictureLooks, picturesFolder, readDrawn } from '../../support/pictures.ts';

/** All of them are in the package, and nobody waits for a page of pictures. */
const most = { bytes: 16_000, bytesInAll: 450_000 };

describe('the pictures of the patterns', () => {
  const files = patterns.flatMap(({ id }) => pictureLooks.map((look) => pictureFile('patterns', id, look)));

  it('are there for each pattern, light and dark, and for nothing else', () => {
    assert.deepEqual(readdirSync(picturesFolder('patterns')).sort(), files.map((file) => path.basename(file)).sort());
  });

  it('show the patterns as they are; `npm run pictures` draws them again', () => {
    const shown = patterns.map((pattern) => [pattern.id, drawnFrom(fillDefaults(pattern, 'diagram'))]);
    assert.deepEqual(readDrawn('patterns'), Object.fromEntries(shown));
  });

  it('are small', () => {
    const sizes = files.map((file) => statSync(file).size);
    assert.deepEqual(
      files.filter((_, index) => (sizes[index] ?? 0) > most.bytes),
      [],
    );
    const all = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(all > 50_000 && all <= most.bytesInAll, `${all} bytes`);
  });
});
