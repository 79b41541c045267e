/** What several wait for. */
import assert from 'node:assert/strict';
import { Arrival } from '../../../extension/preview/arrival.ts';

describe('what is waited for', () => {
  it('reaches all who wait, and only those', async () => {
    const arrival = new Arrival();
    arrival.come();
    let isLate = true;
    const both = Promise.all([arrival.next(), arrival.next()]);
    arrival.come();
    await both;
    const late = arrival.next().then(() => (isLate = false));
    await Promise.resolve();
    assert.equal(isLate, true);
    arrival.come();
    await late;
  });

  it('is a failure with its reason for all who wait when it will never come', async () => {
    const arrival = new Arrival();
    const both = [arrival.next(), arrival.next()];
    arrival.fail('The preview was closed.');
    for (const one of both) await assert.rejects(one, /^Error: The preview was closed\.$/);
  });
});
