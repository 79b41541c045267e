import assert from 'node:assert/strict';
import { shapeNames } from '../../../core/mermaid/shapeNames.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';

describe('the shape names', function () {
  // The parser's bundle may have to be built first.
  this.timeout(120_000);

  it('are all known to Mermaid', async () => {
    const oracle = await loadBuiltOracle();
    const isKnown = async (name: string): Promise<boolean> =>
      (await oracle.parse(`flowchart LR\n  a@{ shape: ${name} }\n`)).renders;
    const unknown: string[] = [];
    for (const name of shapeNames) if (!(await isKnown(name))) unknown.push(name);
    assert.deepEqual(unknown, []);
    assert.equal(await isKnown('cilinder'), false);
  });
});
