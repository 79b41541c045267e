/** The checker's loop in a real thread, over an oracle that never comes back from a diagram that says "hang". */
import { startLoop } from '../../checker/loop.ts';
import { findHost } from '../../checker/workerHost.ts';
import { DiagramCache } from '../../core/diagramCache.ts';
import { checkDocument } from '../../core/engine.ts';
import type { OracleVerdict } from '../../core/ports.ts';

const parse = (text: string): Promise<OracleVerdict> => {
  if (text.includes('exit')) process.exit(3);
  while (text.includes('hang'));
  return Promise.resolve({ renders: true, type: 'pie' });
};

const host = findHost();
host.onMessage(
  startLoop({
    createOracle: () => Promise.resolve({ version: '0.0.1', parse }),
    createOlder: () => Promise.reject(new Error('nobody asks for it')),
    check: (request, deps) => checkDocument(request, deps),
    cache: new DiagramCache(),
    post: (message) => host.post(message),
    now: () => performance.now(),
    pause: () => host.pause(),
  }),
);
