/** A worker that may still be loading: what is posted meanwhile waits, and every problem ends in one `onExit`. Pure. */
import type { WorkerPort } from '../core/ports.ts';

/** Whether somebody who types waits for a checker, or nobody does and it had better take little memory. */
export type CheckerHaste = 'now' | 'later';

/** A running worker of whatever kind. */
export interface RunningWorker {
  post(message: unknown): void;
  terminate(): void;
}

/** What a running worker tells. */
export interface WorkerEvents {
  message(message: unknown): void;
  exit(problem: string): void;
}

/** Starts a worker; rejects when it cannot be started. */
export type Launch = (events: WorkerEvents) => Promise<RunningWorker>;

export function createWorkerPort(launch: Launch): WorkerPort {
  const onMessage: ((message: unknown) => void)[] = [];
  const onExit: ((problem: string) => void)[] = [];
  let waiting: unknown[] = [];
  let running: RunningWorker | undefined;
  let ended = false;

  const exit = (problem: string): void => {
    if (ended) return;
    ended = true;
    for (const listener of onExit) listener(problem);
  };
  const events: WorkerEvents = {
    message: (message) => {
      if (!ended) for (const listener of onMessage) listener(message);
    },
    exit,
  };
  void launch(events).then(
    (worker) => {
      if (ended) {
        worker.terminate();
        return;
      }
      running = worker;
      for (const message of waiting) worker.post(message);
      waiting = [];
    },
    (problem: unknown) => exit(problem instanceof Error ? problem.message : String(problem)),
  );

  return {
    post: (message) => {
      if (running === undefined) waiting.push(message);
      else if (!ended) running.post(message);
    },
    onMessage: (listener) => void onMessage.push(listener),
    onExit: (listener) => void onExit.push(listener),
    terminate: () => {
      ended = true;
      waiting = [];
      running?.terminate();
    },
  };
}
