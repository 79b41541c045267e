/** The checker's entry: the same bundle runs as a Node worker thread and as a Web Worker. */
import { DiagramCache } from '../core/diagramCache.ts';
import { checkDocument } from '../core/engine.ts';
import type { Oracle } from '../core/ports.ts';
import { startLoop } from './loop.ts';
import { createOracle } from './oracle.ts';
import { findHost } from './workerHost.ts';

const host = findHost();
host.onMessage(
  startLoop({
    createOracle,
    createOlder: (source) => {
      host.evaluate(source);
      return readOlder().createOracle();
    },
    check: (request, deps) => checkDocument(request, deps),
    cache: new DiagramCache(),
    post: (message) => host.post(message),
    now: () => performance.now(),
    pause: () => host.pause(),
  }),
);

interface OlderMermaid {
  createOracle(): Promise<Oracle>;
}

/** What the script of Mermaid 11 leaves behind; build.mjs gives it the name, and its entry is checker/oracle.ts too. */
function readOlder(): OlderMermaid {
  const scope: unknown = globalThis;
  if (!hasOlder(scope)) throw new Error('the script of Mermaid 11 holds something else');
  return scope.diagramGatesMermaid11;
}

function hasOlder(scope: unknown): scope is { readonly diagramGatesMermaid11: OlderMermaid } {
  return typeof scope === 'object' && scope !== null && 'diagramGatesMermaid11' in scope;
}
