/** Starts the checker in a Web Worker: browsers, where only a classic worker from a blob is allowed. */
import * as vscode from 'vscode';
import type { WorkerPort } from '../core/ports.ts';
import { createWorkerPort } from './workerPort.ts';

export function startCheckerWorker(context: vscode.ExtensionContext): WorkerPort {
  return createWorkerPort(async (events) => {
    const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'checker.js');
    const source = new Uint8Array(await vscode.workspace.fs.readFile(file));
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.addEventListener('message', (event: MessageEvent<unknown>) => events.message(event.data));
    worker.addEventListener('error', (event) => events.exit(event.message));
    worker.addEventListener('messageerror', () => events.exit('the checker sent what cannot be read'));
    return {
      post: (message) => worker.postMessage(message),
      terminate: () => {
        worker.terminate();
        URL.revokeObjectURL(url);
      },
    };
  });
}
