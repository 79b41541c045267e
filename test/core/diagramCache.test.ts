import assert from 'node:assert/strict';
import { DiagramCache } from '../../core/diagramCache.ts';
import type { KnownDiagram } from '../../core/diagramCache.ts';

const known = (text: string): KnownDiagram => ({
  facts: { text, verdict: { renders: true, type: 'pie' }, symbols: undefined, faults: [] },
  crashes: new Map(),
  findings: new Map(),
  configKey: '',
});

describe('the diagram cache', () => {
  it('forgets what was not used for the longest time', () => {
    const cache = new DiagramCache(2);
    cache.set('a', known('a'));
    cache.set('b', known('b'));
    assert.equal(cache.get('a')?.facts.text, 'a');
    cache.set('c', known('c'));
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => cache.get(key)?.facts.text),
      ['a', undefined, 'c'],
    );
    assert.equal(cache.size, 2);
  });

  it('keeps one entry a key, the last', () => {
    const cache = new DiagramCache(2);
    cache.set('a', known('old'));
    cache.set('a', known('new'));
    assert.deepEqual([cache.size, cache.get('a')?.facts.text], [1, 'new']);
  });
});
