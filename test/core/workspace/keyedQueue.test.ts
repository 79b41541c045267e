import assert from 'node:assert/strict';
import { KeyedQueue } from '../../../core/workspace/keyedQueue.ts';

/** A queue whose work ends when the test says so. */
function createQueue(lanes: number) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const queue = new KeyedQueue(lanes, (key) => {
    begun.push(key);
    return new Promise((resolve) => ends.set(key, resolve));
  });
  return { queue, begun, end: (key: string): void => ends.get(key)?.() };
}

describe('keyed queue', () => {
  it('works on a few things at a time, in order', async () => {
    const { queue, begun, end } = createQueue(2);
    const [first] = ['a', 'b', 'c', 'd'].map((key) => queue.add(key));
    assert.deepEqual(begun, ['a', 'b']);
    end('a');
    await first;
    assert.deepEqual(begun, ['a', 'b', 'c']);
    assert.equal(queue.isIdle, false);
  });

  it('works once on what is asked for several times', async () => {
    const { queue, begun, end } = createQueue(1);
    const busy = queue.add('a');
    const both = [queue.add('b'), queue.add('b')];
    end('a');
    await busy;
    end('b');
    await Promise.all(both);
    assert.deepEqual(begun, ['a', 'b']);
    assert.equal(queue.isIdle, true);
  });

  it('works once more, and never twice at once, on what changed while it was worked on', async () => {
    const { queue, begun, end } = createQueue(2);
    const before = queue.add('a');
    const after = queue.add('a');
    assert.deepEqual(begun, ['a']);
    end('a');
    await before;
    assert.deepEqual(begun, ['a', 'a']);
    end('a');
    await after;
  });

  it('drops what has not begun, and lets go who waits for it', async () => {
    const { queue, begun, end } = createQueue(1);
    const busy = queue.add('a');
    const dropped = queue.add('b');
    queue.drop('b');
    await dropped;
    end('a');
    await busy;
    assert.deepEqual(begun, ['a']);
  });
});
