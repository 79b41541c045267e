/** The checker in a Node worker thread. */
import { Worker } from 'node:worker_threads';
import type { WorkerPort } from '../core/ports.ts';

/** Starts the checker's bundle at `script`. */
export function startNodeWorker(script: URL): WorkerPort {
  const worker = new Worker(script);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onExit: (listener) => {
      worker.on('error', (problem) => listener(problem instanceof Error ? problem.message : String(problem)));
      worker.on('exit', (code) => listener(`the checker ended with code ${code}`));
    },
    terminate: () => void worker.terminate(),
  };
}
