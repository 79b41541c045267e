/** What a gate counted, in words. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { GateResult } from '../../core/model.ts';
import { evidenceWords } from '../../extension/evidenceWords.ts';
import type { Say } from '../../extension/evidenceWords.ts';

const say: Say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
const words = (id: GateResult['id'], evidence: GateResult['evidence']): string => evidenceWords({ id, evidence }, say);

describe('evidence in words', () => {
  for (const [id, evidence, expected] of [
    ['renders', { diagrams: 9, broken: 1 }, '8 of 9 diagrams render'],
    ['visual', { visual: 31, text: 19, ratio: 0.6199 }, '61 % visual: 31 of 50 lines show, the rest tells'],
    [
      'metrics',
      { diagrams: 5, applicable: 4, withMetric: 3 },
      '3 of 4 diagrams about a system, an incident or a cost carry a metric',
    ],
    ['planes', { applicable: 1, components: 8, coloured: 5 }, '5 of 8 components wear the colour of a plane'],
    ['example', { examples: [] }, 'no real example'],
    ['example', { examples: [{ name: 'Harbour Rail', line: 4 }] }, 'Harbour Rail (line 4)'],
    [
      'example',
      { examples: [1, 2, 3, 4, 5].map((line) => ({ name: 'A', line })) },
      'A (line 1), A (line 2), A (line 3) and 2 more',
    ],
    ['three-am', { points: 100, signals: { failure_path: 3, recovery: 9 } }, '100 of 100 points'],
    [
      'three-am',
      { points: 55, signals: { failure_path: 3, recovery: null, where_to_look: null } },
      '55 of 100 points; missing: recovery, where to look',
    ],
    ['numbers', { checked: 12, contradictions: 1 }, '12 sums, shares and ratios checked, 1 contradict'],
    ['references', { checked: 14, broken: 0 }, '14 references checked, 0 broken'],
  ] as const) {
    it(`of ${id}: ${expected}`, () => {
      assert.equal(words(id, evidence), expected);
    });
  }

  it('are empty where nothing was counted, or nothing that is known', () => {
    assert.equal(words('numbers', { checked: 0, contradictions: 0 }), '');
    assert.equal(words('visual', { ratio: null }), '');
    assert.equal(words('three-am', { points: 'many' }), '');
    assert.equal(words('example', {}), '');
    assert.equal(words('renders', { problem: 'it threw' }), '');
  });
});
