/** The checker's loop: takes requests in order, lets messages in while it works, and answers each request once. */
import { DiagramCache } from '../core/diagramCache.ts';
import type { CheckRequest, FromChecker, ToChecker } from '../core/checking/protocol.ts';
import { parseToChecker, readSeq } from '../core/checking/messages.ts';
import type { CheckDeps } from '../core/engine.ts';
import { CheckCancelled } from '../core/judgeDiagrams.ts';
import type { CheckedDocument } from '../core/model.ts';
import { assertNever } from '../core/model.ts';
import type { Oracle, PlacesAsked, PlacesFound, Workspace } from '../core/ports.ts';
import { KnownPlaces } from '../core/workspace/places.ts';

export interface LoopParts {
  readonly createOracle: () => Promise<Oracle>;
  /** Makes the oracle of Mermaid 11 of its script, which the host hands over. */
  readonly createOlder: (source: string) => Promise<Oracle>;
  readonly check: (request: CheckRequest, deps: CheckDeps) => Promise<CheckedDocument>;
  readonly cache: DiagramCache;
  readonly post: (message: FromChecker) => void;
  /** Milliseconds since an arbitrary origin. */
  readonly now: () => number;
  /** Resolves after messages that wait have been received. */
  readonly pause: () => Promise<void>;
}

/** Mermaid 11: asked of the host when it is first needed, and kept. */
class OlderOracle {
  readonly #parts: LoopParts;
  #oracle: Promise<Oracle> | undefined;
  #waiting: { readonly resolve: (source: string) => void; readonly reject: (problem: Error) => void } | undefined;

  constructor(parts: LoopParts) {
    this.#parts = parts;
  }

  load(): Promise<Oracle> {
    this.#oracle ??= this.#fetch()
      .then((source) => this.#parts.createOlder(source))
      .catch((problem: unknown) => {
        // The next document may be luckier.
        this.#oracle = undefined;
        throw new Error(`Mermaid 11 cannot be loaded: ${describe(problem)}`);
      });
    return this.#oracle;
  }

  arrived(source: string): void {
    this.#waiting?.resolve(source);
  }

  failed(problem: string): void {
    this.#waiting?.reject(new Error(problem));
  }

  #fetch(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#parts.post({ type: 'wants', part: 'mermaid11' });
    });
  }
}

/** The host's workspace: questions go out as messages and wait for their answers. */
class HostWorkspace implements Workspace {
  readonly #post: LoopParts['post'];
  readonly #waiting = new Map<number, (found: PlacesFound) => void>();
  #nextId = 1;

  constructor(post: LoopParts['post']) {
    this.#post = post;
  }

  look(asked: PlacesAsked): Promise<PlacesFound> {
    return new Promise((resolve) => {
      const id = this.#nextId++;
      this.#waiting.set(id, resolve);
      this.#post({ type: 'look', id, ...asked });
    });
  }

  found(id: number, found: PlacesFound): void {
    this.#waiting.get(id)?.(found);
    this.#waiting.delete(id);
  }
}

/** How long the loop works before it looks for messages, in milliseconds. */
const sliceMs = 8;

interface Task {
  readonly seq: number;
  readonly request: CheckRequest;
  readonly tooSlow: ReadonlySet<string>;
  readonly cancel: { cancelled: boolean };
}

/** Starts the loop; the returned function takes what the host sends. */
export function startLoop(parts: LoopParts): (raw: unknown) => void {
  const { post } = parts;
  const tasks: Task[] = [];
  let working = false;
  const oracle = parts.createOracle();
  const older = new OlderOracle(parts);
  const workspace = new HostWorkspace(post);
  const places = new KnownPlaces(workspace);
  oracle.then(
    ({ version }) => post({ type: 'ready', mermaid: version }),
    (problem: unknown) => post({ type: 'log', message: `Mermaid cannot be loaded: ${describe(problem)}` }),
  );

  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (let task = tasks[0]; task !== undefined; task = tasks[0]) {
      await run(task, { oracle, older: () => older.load(), places }, parts);
      tasks.shift();
      // The next document waits for messages too: one of them may cancel it.
      await parts.pause();
    }
    working = false;
  };

  const take = (message: ToChecker): void => {
    switch (message.type) {
      case 'check':
        for (const task of tasks) task.cancel.cancelled ||= task.request.uri === message.request.uri;
        tasks.push({
          seq: message.seq,
          request: message.request,
          tooSlow: new Set(message.tooSlow),
          cancel: { cancelled: false },
        });
        void work();
        return;
      case 'cancel':
        for (const task of tasks) task.cancel.cancelled ||= task.seq === message.seq;
        return;
      case 'part':
        older.arrived(message.source);
        return;
      case 'no-part':
        older.failed(message.problem);
        return;
      case 'found':
        workspace.found(message.id, message);
        return;
      case 'forget':
        places.forget(message.root, message.changed);
        return;
      default:
        assertNever(message);
    }
  };

  return (raw) => {
    const message = parseToChecker(raw);
    if (message !== undefined) {
      take(message);
      return;
    }
    const seq = readSeq(raw);
    if (seq === undefined) post({ type: 'log', message: 'ignored an unknown message from the host' });
    else post({ type: 'failed', seq, problem: 'the request is not understood' });
  };
}

interface Sources {
  readonly oracle: Promise<Oracle>;
  readonly older: () => Promise<Oracle>;
  readonly places: KnownPlaces;
}

/** Checks one document and answers, whatever happens. */
async function run(task: Task, { oracle, older, places }: Sources, parts: LoopParts): Promise<void> {
  const { seq, cancel } = task;
  const isCancelled = (): boolean => cancel.cancelled;
  if (isCancelled()) {
    parts.post({ type: 'cancelled', seq });
    return;
  }
  let sliceStart = parts.now();
  try {
    const document = await parts.check(task.request, {
      oracle: await oracle,
      older,
      places,
      // Kept until others take their place, diagrams that never come again would be most of the memory.
      cache: task.request.isOnce === true ? new DiagramCache() : parts.cache,
      tooSlow: task.tooSlow,
      cancel,
      report: (message) => parts.post({ type: 'log', message }),
      onParsing: (key) => parts.post({ type: 'parsing', seq, key }),
      onParsed: (key) => parts.post({ type: 'parsed', seq, key }),
      breathe: async () => {
        if (parts.now() - sliceStart < sliceMs) return;
        await parts.pause();
        sliceStart = parts.now();
      },
    });
    parts.post(isCancelled() ? { type: 'cancelled', seq } : { type: 'checked', seq, document });
  } catch (problem) {
    if (problem instanceof CheckCancelled) parts.post({ type: 'cancelled', seq });
    else parts.post({ type: 'failed', seq, problem: describe(problem) });
  }
}

function describe(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
