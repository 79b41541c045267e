/** Finds out what kind of worker this is; nothing else in the checker knows. */

export interface WorkerHost {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Resolves after the messages that wait have been received. */
  pause(): Promise<void>;
  /** Runs a classic script in the worker's global scope. */
  evaluate(source: string): void;
}

/** What a Web Worker's global scope has, which Node's types do not know. */
interface WebWorkerScope {
  postMessage(message: unknown): void;
  importScripts(url: string): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  readonly MessageChannel: new () => { readonly port1: WebPort; readonly port2: WebPort };
}

interface WebPort {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
}

/** The host of this worker; throws outside a worker. */
export function findHost(): WorkerHost {
  return findNodeHost() ?? findWebHost();
}

function findNodeHost(): WorkerHost | undefined {
  // A Web Worker has no `process` at all.
  if (typeof process === 'undefined') return undefined;
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  if (parentPort === null) return undefined;
  return {
    post: (message) => parentPort.postMessage(message),
    onMessage: (listener) => void parentPort.on('message', listener),
    pause: () => new Promise((resolve) => void setImmediate(resolve)),
    evaluate: (source) => void process.getBuiltinModule('node:vm').runInThisContext(source),
  };
}

function findWebHost(): WorkerHost {
  const scope: unknown = globalThis;
  if (!isWebWorkerScope(scope)) throw new Error('the checker runs in a worker only');
  // A message to oneself waits behind those that are there already, and is not delayed as a timer is.
  const { port1, port2 } = new scope.MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return {
    post: (message) => scope.postMessage(message),
    onMessage: (listener) => scope.addEventListener('message', ({ data }) => listener(data)),
    pause: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(undefined);
      }),
    evaluate: (source) => {
      const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      try {
        scope.importScripts(url);
      } finally {
        URL.revokeObjectURL(url);
      }
    },
  };
}

function isWebWorkerScope(scope: unknown): scope is WebWorkerScope {
  const needed = ['postMessage', 'addEventListener', 'importScripts', 'MessageChannel'];
  return typeof scope === 'object' && scope !== null && needed.every((name) => name in scope);
}
