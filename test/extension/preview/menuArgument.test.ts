/** What a command of the context menu is given is read, whatever it is. */
import assert from 'node:assert/strict';
import { menuContextOf, parseMenuArgument } from '../../../extension/preview/menuArgument.ts';

describe('the argument of a context menu', () => {
  it('names the panel and the diagram, among what VS Code adds', () => {
    const told: unknown = { ...(JSON.parse(menuContextOf('p1')) as object), webview: 'diagramGates.preview' };
    assert.deepEqual(parseMenuArgument(told), { panel: 'p1' });
    assert.deepEqual(parseMenuArgument({ ...(told as object), diagram: 3 }), { panel: 'p1', diagram: 3 });
  });

  it('is no diagram where it names none that can be', () => {
    for (const diagram of [-1, 0.5, '1', undefined, NaN]) {
      assert.deepEqual(parseMenuArgument({ panel: 'p1', diagram }), { panel: 'p1' });
    }
  });

  it('is none when it comes from elsewhere', () => {
    for (const argument of [undefined, null, 'p1', 7, {}, { panel: 7 }, { uri: 'file:///a.md', offset: 2 }]) {
      assert.equal(parseMenuArgument(argument), undefined);
    }
  });
});
