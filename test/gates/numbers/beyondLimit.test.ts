import assert from 'node:assert/strict';
import { brief, checkText, gatesAbout } from '../../support/checkText.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';

const chart = 'xychart-beta\n  x-axis [jan, feb]\n  y-axis "Parcels" 0 --> 100\n  bar [20, 140]\n';

describe('a value beyond its axis', function () {
  // The parser's bundle may have to be built first.
  this.timeout(120_000);

  it('is said once: by gate 6, or by gate 0 where gate 6 is not asked', async () => {
    const oracle = await loadBuiltOracle();
    const said = async (profile: 'syntax' | 'standard'): Promise<readonly string[]> => {
      const { findings } = await checkText(chart, {
        request: { kind: 'mermaid', settings: { profile } },
        deps: { oracle },
        gates: gatesAbout('numbers'),
      });
      return brief(chart, findings).filter((line) => line.includes('140'));
    };
    assert.deepEqual(await said('standard'), ['warning beyond-limit «140»']);
    assert.deepEqual(await said('syntax'), ['warning not-a-number «140»']);
  });
});
