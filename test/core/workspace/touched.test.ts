import assert from 'node:assert/strict';
import { touchedBy } from '../../../core/workspace/touched.ts';

describe('places touched by changes', () => {
  const touched = (changes: Parameters<typeof touchedBy>[0], places: readonly string[]): readonly string[] =>
    places.filter(touchedBy(changes));

  it('are the file, its folder and what was below it, when it came or went', () => {
    const places = ['', 'docs', 'docs/a.md', 'docs/b.md', 'docs/old/c.md', 'other'];
    assert.deepEqual(touched([{ path: 'docs/a.md', isText: false }], places), ['docs', 'docs/a.md']);
    assert.deepEqual(touched([{ path: 'docs/old', isText: false }], places), ['docs', 'docs/old/c.md']);
  });

  it('are the file alone, when only its text is another', () => {
    assert.deepEqual(touched([{ path: 'docs/a.md', isText: true }], ['docs', 'docs/a.md']), ['docs/a.md']);
  });
});
