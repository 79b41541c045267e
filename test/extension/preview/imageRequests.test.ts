/** Pictures the page was asked for reach whoever asked, or the reason why they do not. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ImageRequests } from '../../../extension/preview/imageRequests.ts';

describe('requests for pictures', () => {
  it('are answered by number', async () => {
    const requests = new ImageRequests();
    const [first, second] = [requests.wait(1), requests.wait(2)];
    requests.receive({ type: 'image', seq: 2, data: '<svg/>' });
    requests.receive({ type: 'noImage', seq: 1, message: 'too large' });
    requests.receive({ type: 'image', seq: 9, data: 'nobody asked' });
    assert.deepEqual(await second, { type: 'image', seq: 2, data: '<svg/>' });
    await assert.rejects(first, /too large/);
  });

  it('end when the page is gone', async () => {
    const requests = new ImageRequests();
    const waiting = requests.wait(1);
    requests.abandon('closed');
    await assert.rejects(waiting, /closed/);
  });
});
