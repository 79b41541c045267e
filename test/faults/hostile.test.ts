/** Every rule reads every hostile text to its end; how its time grows is for `npm run bench:hostile`. */
import assert from 'node:assert/strict';
import { gates } from '../../core/gates/index.ts';
import { checkText } from '../support/checkText.ts';
import { hostileShapes } from '../support/hostileShapes.ts';

/** The benchmark takes the whole size. */
const share = 0.1;

describe('on hostile texts', function () {
  this.timeout(120_000);

  for (const { name, type, make, size } of hostileShapes) {
    it(`no rule and no verdict fails, and findings stay inside the text: ${name}`, async () => {
      const text = make(size * share);
      const parse = (): Promise<{ renders: true; type: string }> => Promise.resolve({ renders: true, type });
      const checked = await checkText(text, { gates, deps: { oracle: { version: 'none', parse } } });
      for (const { evidence } of checked.gates) assert.equal(evidence['problem'], undefined);
      for (const { span, message, fixes } of checked.findings) {
        assert.doesNotMatch(message, /failed on this document/);
        for (const { start, end } of [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))]) {
          assert.ok(0 <= start && start <= end && end <= text.length);
        }
      }
    });
  }
});
