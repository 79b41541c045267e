/** The extension's entry where the host is Node: desktop and remote. */
import { startCheckerWorker } from './checkerWorkerNode.ts';
import { activateWith } from './extension.ts';
import { gitIn } from './runGit.ts';

export const activate = activateWith(startCheckerWorker, gitIn);
