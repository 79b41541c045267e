/** The host's side of the checker: starts the worker when it is needed, watches it, and ends it when it hangs. */
import type { CheckedDocument } from '../model.ts';
import type { Cancellation, Clock, Log, PlacesFound, WorkerPort, Workspace } from '../ports.ts';
import { assertNever } from '../model.ts';
import { parseFromChecker } from './messages.ts';
import { mostPlaces } from './protocol.ts';
import type { CheckRequest, CheckerPart, FromChecker, Look } from './protocol.ts';

export interface CheckerClientParts {
  /** Starts a worker; called lazily, and again after one has ended. */
  readonly start: () => WorkerPort;
  readonly clock: Clock;
  /** How long Mermaid may take for one diagram, in milliseconds. */
  readonly budgetMs: number;
  readonly log: Log;
  /** The text of a script that the worker loads when it needs it; rejects where there is none. */
  readonly readPart?: (part: CheckerPart) => Promise<string>;
  /** The files that documents may refer to; without it nothing is known of any. */
  readonly workspace?: Workspace;
  /** How long a check waits for it, in milliseconds; after that it goes on without. `Infinity`: it waits. */
  readonly lookMs?: number;
}

/** How many diagrams are remembered as too slow. */
const maxTooSlow = 200;
/** How often the worker is started again for the sake of one request. */
const maxRestarts = 8;
/** How often in a row a worker may end before it is ready. */
const maxFailedStarts = 2;
/** A worker that has work and says nothing for this many budgets hangs somewhere else than in Mermaid. */
const silentBudgets = 10;
/** Somebody who types waits no longer. */
const usualLookMs = 1_000;
const nothingFound: PlacesFound = { folders: [], pages: [] };

interface Pending {
  readonly request: CheckRequest;
  readonly cancel: Cancellation | undefined;
  readonly resolve: (document: CheckedDocument | undefined) => void;
  readonly reject: (problem: Error) => void;
  restarts: number;
}

interface Running {
  readonly port: WorkerPort;
  ready: boolean;
  /** The diagram Mermaid is busy with. */
  parsing: { readonly seq: number; readonly key: string } | undefined;
}

export class CheckerClient {
  readonly #parts: CheckerClientParts;
  /** In the order in which the worker gets to them. */
  readonly #pending = new Map<number, Pending>();
  readonly #tooSlow = new Set<string>();
  #running: Running | undefined;
  #stopWatching: (() => void) | undefined;
  #failedStarts = 0;
  #nextSeq = 1;
  #disposed = false;

  constructor(parts: CheckerClientParts) {
    this.#parts = parts;
  }

  /**
   * Checks one version of a document. Resolves to undefined when a newer request for the same document took its place,
   * when `cancel` says so by then, or after `dispose`; rejects when the document cannot be checked.
   */
  check(request: CheckRequest, cancel?: Cancellation): Promise<CheckedDocument | undefined> {
    if (this.#disposed || cancel?.cancelled === true) return Promise.resolve(undefined);
    this.#supersede(request.uri);
    return new Promise((resolve, reject) => {
      const seq = this.#nextSeq++;
      this.#pending.set(seq, { request, cancel, resolve, reject, restarts: 0 });
      if (this.#running === undefined) this.#start();
      else this.#send(seq, request);
    });
  }

  /** Something appeared at these paths of a workspace folder, changed, or went: the worker is to ask anew. */
  forget(root: string, changed: readonly string[]): void {
    for (let at = 0; at < changed.length; at += mostPlaces) {
      this.#running?.port.post({ type: 'forget', root, changed: changed.slice(at, at + mostPlaces) });
    }
  }

  /** Ends a worker that has nothing to do, for the sake of its memory; the next check starts another. */
  rest(): void {
    if (this.#pending.size === 0) this.#stop();
  }

  /** Ends the worker; what is still asked for resolves to undefined. */
  dispose(): void {
    this.#disposed = true;
    this.#stop();
    for (const { resolve } of this.#pending.values()) resolve(undefined);
    this.#pending.clear();
  }

  #supersede(uri: string): void {
    for (const [seq, { request, resolve }] of this.#pending) {
      if (request.uri !== uri) continue;
      this.#pending.delete(seq);
      this.#running?.port.post({ type: 'cancel', seq });
      resolve(undefined);
    }
  }

  /** Starts a worker and sends it everything that is asked for. */
  #start(): void {
    const port = this.#open();
    if (port === undefined) return;
    const running: Running = { port, ready: false, parsing: undefined };
    this.#running = running;
    // A worker that was replaced may still say something.
    port.onMessage((raw) => {
      if (this.#running === running) this.#receive(running, raw);
    });
    port.onExit((problem) => {
      if (this.#running === running) this.#onExit(running, problem);
    });
    for (const [seq, { request }] of this.#pending) this.#send(seq, request);
  }

  #open(): WorkerPort | undefined {
    try {
      return this.#parts.start();
    } catch (problem) {
      this.#rejectAll(`the checker does not start: ${problem instanceof Error ? problem.message : String(problem)}`);
      return undefined;
    }
  }

  #stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    const ended = this.#running;
    // First, because a worker may say at once that it has ended.
    this.#running = undefined;
    ended?.port.terminate();
  }

  #send(seq: number, request: CheckRequest): void {
    this.#running?.port.post({ type: 'check', seq, request, tooSlow: [...this.#tooSlow] });
    if (this.#running?.parsing === undefined) this.#watch();
  }

  #receive(running: Running, raw: unknown): void {
    const message = parseFromChecker(raw);
    if (message === undefined) {
      this.#parts.log.warn('ignored an unknown message from the checker');
      return;
    }
    this.#handle(running, message);
    this.#watch();
  }

  #handle(running: Running, message: FromChecker): void {
    switch (message.type) {
      case 'ready':
        running.ready = true;
        this.#failedStarts = 0;
        this.#parts.log.info(`the checker runs Mermaid ${message.mermaid}`);
        return;
      case 'log':
        this.#parts.log.warn(`checker: ${message.message}`);
        return;
      case 'wants':
        void this.#deliver(running, message.part);
        return;
      case 'look':
        void this.#look(running, message);
        return;
      case 'parsing':
        running.parsing = { seq: message.seq, key: message.key };
        return;
      case 'parsed':
        running.parsing = undefined;
        return;
      case 'checked':
        this.#settle(running, message.seq, ({ resolve, cancel }) => {
          resolve(cancel?.cancelled === true ? undefined : message.document);
        });
        return;
      case 'cancelled':
        this.#settle(running, message.seq, ({ resolve }) => resolve(undefined));
        return;
      case 'failed':
        this.#settle(running, message.seq, ({ reject }) => reject(new Error(message.problem)));
        return;
      default:
        assertNever(message);
    }
  }

  async #deliver({ port }: Running, part: CheckerPart): Promise<void> {
    try {
      if (this.#parts.readPart === undefined) throw new Error('it is not part of this program');
      port.post({ type: 'part', part, source: await this.#parts.readPart(part) });
    } catch (problem) {
      port.post({ type: 'no-part', part, problem: problem instanceof Error ? problem.message : String(problem) });
    }
  }

  /** Answers in any case, since a check waits for it. */
  async #look({ port }: Running, { id, root, folders, pages }: Look): Promise<void> {
    const { workspace, clock, log, lookMs = usualLookMs } = this.#parts;
    let stopWaiting = (): void => undefined;
    const late = new Promise<PlacesFound>((resolve) => {
      if (lookMs !== Infinity) stopWaiting = clock.after(lookMs, () => resolve(nothingFound));
    });
    const found = (workspace?.look({ root, folders, pages }) ?? Promise.resolve(nothingFound)).catch(
      (problem: unknown) => {
        log.warn(`could not look at the workspace: ${problem instanceof Error ? problem.message : String(problem)}`);
        return nothingFound;
      },
    );
    const answer = await Promise.race([found, late]);
    stopWaiting();
    port.post({ type: 'found', id, folders: answer.folders, pages: answer.pages });
  }

  #settle(running: Running, seq: number, answer: (pending: Pending) => void): void {
    if (running.parsing?.seq === seq) running.parsing = undefined;
    const pending = this.#pending.get(seq);
    // A request that was superseded is answered all the same, and nobody waits for it.
    if (pending === undefined) return;
    this.#pending.delete(seq);
    answer(pending);
  }

  /** Waits for the next message as long as that is due; an idle worker is not watched. */
  #watch(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    const running = this.#running;
    if (running === undefined || (this.#pending.size === 0 && running.parsing === undefined)) return;
    const { budgetMs, clock, lookMs = usualLookMs } = this.#parts;
    const delay =
      running.parsing === undefined
        ? Math.max(budgetMs * silentBudgets, lookMs === Infinity ? 0 : lookMs * 2)
        : budgetMs;
    this.#stopWatching = clock.after(delay, () => this.#onSilence(running, delay));
  }

  #onSilence(running: Running, delay: number): void {
    this.#restart(running, `the checker said nothing for ${delay} ms`);
  }

  #onExit(running: Running, problem: string): void {
    if (!running.ready) {
      this.#failedStarts++;
      if (this.#failedStarts >= maxFailedStarts) {
        this.#failedStarts = 0;
        this.#stop();
        this.#rejectAll(`the checker does not start: ${problem}`);
        return;
      }
    }
    this.#restart(running, `the checker ended: ${problem}`);
  }

  /** Ends the worker, remembers the diagram it was busy with, and goes on without it. */
  #restart(running: Running, problem: string): void {
    this.#parts.log.warn(problem);
    if (running.parsing !== undefined) this.#remember(running.parsing.key);
    const blamed = running.parsing?.seq ?? this.#pending.keys().next().value;
    this.#stop();
    const pending = blamed === undefined ? undefined : this.#pending.get(blamed);
    if (blamed !== undefined && pending !== undefined && ++pending.restarts > maxRestarts) {
      this.#pending.delete(blamed);
      pending.reject(new Error(`${problem}, ${pending.restarts} times over this document`));
    }
    if (this.#pending.size > 0) this.#start();
  }

  #remember(key: string): void {
    this.#tooSlow.delete(key);
    this.#tooSlow.add(key);
    const [oldest] = this.#tooSlow;
    if (this.#tooSlow.size > maxTooSlow && oldest !== undefined) this.#tooSlow.delete(oldest);
  }

  #rejectAll(problem: string): void {
    const rejected = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of rejected) reject(new Error(problem));
  }
}
