/** The extension's entry where the host is Node: desktop and remote. */
import { startCheckerWorker } from './checkerWorkerNode.ts';
import { activateWith } from './extension.ts';

export const activate = activateWith(startCheckerWorker);
