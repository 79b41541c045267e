import assert from 'node:assert/strict';
import { parsePlace } from '../../extension/place.ts';

describe('a command’s place', () => {
  it('is a URI and an offset', () => {
    assert.deepEqual(parsePlace({ uri: 'file:///a.md', offset: 3, more: 1 }), { uri: 'file:///a.md', offset: 3 });
  });

  it('is refused in any other form', () => {
    for (const wrong of [
      undefined,
      null,
      'file:///a.md',
      {},
      { uri: 'file:///a.md' },
      { uri: '/a.md', offset: 0 },
      { uri: 'file:///a.md', offset: -1 },
      { uri: 'file:///a.md', offset: 1.5 },
      { uri: 'file:///a.md', offset: '1' },
    ]) {
      assert.equal(parsePlace(wrong), undefined, JSON.stringify(wrong));
    }
  });
});
