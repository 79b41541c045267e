/** What a configuration may say about planes. */
import assert from 'node:assert/strict';
import { parsePlanes } from '../../../core/configuration/planes.ts';
import { defaultPlanes } from '../../../core/lexicon/planes.ts';

function problemOf(raw: unknown): string {
  const parsed = parsePlanes(raw);
  return 'problem' in parsed ? parsed.problem : 'none';
}

describe('planes in a configuration', () => {
  it('are taken as they are said, colours in one form', () => {
    const raw = [
      { name: 'edge', fills: ['#38f', 'rgb(0, 102, 204)'] },
      { name: 'ml', words: ['Feature Store '], fills: ['plum'], optional: true },
    ];
    assert.deepEqual(parsePlanes(raw), {
      planes: [
        { name: 'edge', words: defaultPlanes[0]?.words, fills: ['#3388FF', '#0066CC'] },
        { name: 'ml', words: ['feature store'], fills: ['#DDA0DD'], optional: true },
      ],
    });
  });

  it('may be five of the usual ones by name alone', () => {
    const parsed = parsePlanes(defaultPlanes.map(({ name }) => ({ name })));
    assert.deepEqual(parsed, { planes: defaultPlanes.map(({ name, words, fills }) => ({ name, words, fills })) });
  });

  it('are the usual ones where none is said', () => {
    assert.deepEqual(parsePlanes([]), { planes: defaultPlanes });
  });

  it('are refused with what would be right', () => {
    const fills = ['#112233'];
    assert.deepEqual(
      [
        'edge',
        ['edge'],
        [{ name: 'two words', fills }],
        [{ name: 'edge', colour: 'red' }],
        [{ name: 'edge', words: 'cdn' }],
        [{ name: 'ml' }],
        [{ name: 'ml', fills: ['#12345'] }],
        [{ name: 'ml', fills: ['transparent'] }],
        [{ name: 'ml', fills, optional: 'yes' }],
        [{ name: 'edge' }, { name: 'edge' }],
        [
          { name: 'a', fills },
          { name: 'b', fills },
        ],
      ].map(problemOf),
      [
        'must be a list of planes',
        'must hold objects with a `name`',
        'must give each plane a `name` of one word, such as `edge`',
        'knows no `colour` of a plane, only `name`, `words`, `fills` and `optional`',
        'must give `edge` a list of words as `words`',
        'must give `ml` a list of colours as `fills`, such as `["#3B82F6"]`',
        'must give `ml` a list of colours as `fills`, such as `["#3B82F6"]`',
        'must give `ml` a list of colours as `fills`, such as `["#3B82F6"]`',
        'must say true or false as `optional` of `ml`',
        'names the plane `edge` twice',
        'gives `#112233` to `a` and to `b`',
      ],
    );
  });
});
