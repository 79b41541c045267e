import assert from 'node:assert/strict';
import { createWorkerPort } from '../../extension/workerPort.ts';
import type { RunningWorker, WorkerEvents } from '../../extension/workerPort.ts';

interface Launched {
  readonly events: WorkerEvents;
  readonly done: string[];
  /** Finishes the start. */
  readonly succeed: () => Promise<void>;
  readonly fail: (problem: Error) => Promise<void>;
}

/** A port whose worker is still being started. */
const launch = (): { port: ReturnType<typeof createWorkerPort>; worker: Launched } => {
  const done: string[] = [];
  const running: RunningWorker = {
    post: (message) => void done.push(`post ${String(message)}`),
    terminate: () => void done.push('terminate'),
  };
  let worker: Launched | undefined;
  const port = createWorkerPort(
    (events) =>
      new Promise((resolve, reject) => {
        worker = {
          events,
          done,
          succeed: () => (resolve(running), settled()),
          fail: (problem) => (reject(problem), settled()),
        };
      }),
  );
  assert(worker !== undefined);
  return { port, worker };
};

/** After everything that waits for a promise has run. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a worker’s port', () => {
  it('keeps what is posted until the worker runs', async () => {
    const { port, worker } = launch();
    port.post('one');
    port.post('two');
    await worker.succeed();
    port.post('three');
    assert.deepEqual(worker.done, ['post one', 'post two', 'post three']);
  });

  it('hands on messages', () => {
    const { port, worker } = launch();
    const seen: unknown[] = [];
    port.onMessage((message) => seen.push(message));
    worker.events.message({ type: 'ready' });
    assert.deepEqual(seen, [{ type: 'ready' }]);
  });

  it('tells of its end once, whatever comes after', () => {
    const { port, worker } = launch();
    const problems: string[] = [];
    port.onExit((problem) => problems.push(problem));
    worker.events.exit('out of memory');
    worker.events.exit('ended with code 1');
    assert.deepEqual(problems, ['out of memory']);
  });

  it('ends when it cannot be started', async () => {
    const { port, worker } = launch();
    const problems: string[] = [];
    port.onExit((problem) => problems.push(problem));
    await worker.fail(new Error('no such file'));
    assert.deepEqual(problems, ['no such file']);
  });

  it('is silent after it was terminated, also when the worker starts later', async () => {
    const { port, worker } = launch();
    const heard: unknown[] = [];
    port.onMessage((message) => heard.push(message));
    port.onExit((problem) => heard.push(problem));
    port.post('never');
    port.terminate();
    await worker.succeed();
    worker.events.message('late');
    worker.events.exit('ended with code 1');
    assert.deepEqual(worker.done, ['terminate']);
    assert.deepEqual(heard, []);
  });
});
