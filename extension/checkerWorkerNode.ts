/** Starts the checker in a worker thread: desktop and remote. */
import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import type { WorkerPort } from '../core/ports.ts';
import { createWorkerPort } from './workerPort.ts';

export function startCheckerWorker(context: vscode.ExtensionContext): WorkerPort {
  return createWorkerPort((events) => {
    // No flags of the host's process (such as a debugger's) and nothing of its environment.
    const worker = new Worker(context.asAbsolutePath('dist/checker.js'), { execArgv: [], env: {} });
    worker.on('message', (message: unknown) => events.message(message));
    worker.on('error', (problem) => events.exit(String(problem)));
    worker.on('exit', (code) => events.exit(`the checker ended with code ${code}`));
    return Promise.resolve({
      post: (message) => worker.postMessage(message),
      terminate: () => void worker.terminate(),
    });
  });
}
