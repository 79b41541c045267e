/** Starts the checker in a worker thread: desktop and remote. */
import { Worker } from 'node:worker_threads';
import type { ResourceLimits } from 'node:worker_threads';
import type * as vscode from 'vscode';
import type { WorkerPort } from '../core/ports.ts';
import { createWorkerPort } from './workerPort.ts';
import type { CheckerHaste } from './workerPort.ts';

/** In megabytes. A small place for what is new is collected often; by itself V8 lets hundreds of megabytes lie about. */
const limits: Readonly<Record<CheckerHaste, ResourceLimits>> = {
  now: {},
  later: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 },
};

export function startCheckerWorker(context: vscode.ExtensionContext, haste: CheckerHaste): WorkerPort {
  return createWorkerPort((events) => {
    // No flags of the host's process (such as a debugger's) and nothing of its environment.
    const worker = new Worker(context.asAbsolutePath('dist/checker.js'), {
      execArgv: [],
      env: {},
      resourceLimits: limits[haste],
    });
    worker.on('message', (message: unknown) => events.message(message));
    worker.on('error', (problem) => events.exit(String(problem)));
    worker.on('exit', (code) => events.exit(`the checker ended with code ${code}`));
    return Promise.resolve({
      post: (message) => worker.postMessage(message),
      terminate: () => void worker.terminate(),
    });
  });
}
