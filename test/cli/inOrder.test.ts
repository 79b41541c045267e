/** Work on many items at once, whose results come in order: how many are begun, and what becomes of failures. */
import assert from 'node:assert/strict';
import { inOrder } from '../../cli/inOrder.ts';

/** Items that are finished by hand. */
class Workshop {
  readonly begun: number[] = [];
  readonly #finish = new Map<number, () => void>();

  readonly work = (item: number): Promise<number> => {
    this.begun.push(item);
    return new Promise((resolve) => void this.#finish.set(item, () => resolve(item * 10)));
  };

  /** Finishes an item and waits until everything that follows from it has happened. */
  async finish(item: number): Promise<void> {
    this.#finish.get(item)?.();
    await new Promise((resolve) => void setImmediate(resolve));
  }
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('work in order', () => {
  it('hands results over in the order of the items, whichever is finished first', async () => {
    const shop = new Workshop();
    const taken: number[] = [];
    const all = (async () => {
      for await (const result of inOrder(upTo(3), { atOnce: 3, held: 0 }, shop.work)) taken.push(result);
    })();
    await shop.finish(2);
    await shop.finish(1);
    assert.deepEqual(taken, []);
    await shop.finish(0);
    await all;
    assert.deepEqual(taken, [0, 10, 20]);
  });

  it('begins no more than there is room for while an early item takes long, or nobody takes results', async () => {
    const shop = new Workshop();
    const results = inOrder(upTo(100), { atOnce: 2, held: 3 }, shop.work);
    const first = results.next();
    for (const item of [1, 2, 3, 4, 5, 6, 7]) await shop.finish(item);
    assert.deepEqual(shop.begun, [0, 1, 2, 3, 4], 'two under way and three that wait for the first');
    await shop.finish(0);
    assert.deepEqual(await first, { value: 0, done: false });
    assert.deepEqual(shop.begun, [0, 1, 2, 3, 4, 5], 'one was taken, one is begun');
    await results.return();
    await shop.finish(5);
    assert.equal(shop.begun.length, 6, 'nothing is begun for somebody who has gone');
  });

  it('fails when the turn of what failed has come, and begins nothing more', async () => {
    const begun: number[] = [];
    const taken: number[] = [];
    const work = async (item: number): Promise<number> => {
      begun.push(item);
      await Promise.resolve();
      if (item === 1) throw new Error('one is bad');
      return item;
    };
    await assert.rejects(async () => {
      for await (const item of inOrder(upTo(50), { atOnce: 1, held: 1 }, work)) taken.push(item);
    }, /one is bad/);
    assert.deepEqual(taken, [0]);
    assert.ok(begun.length < 5, `${begun.length} were begun`);
  });
});
