import assert from 'node:assert/strict';
import type { GateResult, Verdict } from '../../core/model.ts';
import { scoreGates } from '../../core/score.ts';

const score = (...verdicts: readonly Verdict[]): number | undefined =>
  scoreGates(verdicts.map((verdict): GateResult => ({ id: 'renders', verdict, evidence: {} })));

describe('the score', () => {
  it('is the share of applicable gates passed, in whole percent', () => {
    assert.equal(score('pass', 'pass', 'fail'), 67);
    assert.equal(score('pass', 'not-applicable'), 100);
    assert.equal(score('fail', 'not-applicable', 'not-applicable'), 0);
  });

  it('is nothing where no gate applies', () => {
    assert.equal(score('not-applicable'), undefined);
    assert.equal(score(), undefined);
  });
});
