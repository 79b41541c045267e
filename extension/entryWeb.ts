/** The extension's entry where the host is a browser. */
import { startCheckerWorker } from './checkerWorkerWeb.ts';
import { activateWith } from './extension.ts';

export const activate = activateWith(startCheckerWorker);
