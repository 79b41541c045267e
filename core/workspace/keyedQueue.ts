/** Work on things that have a key: a few at a time, each thing once, and once more when it changed while it was worked on. */

export class KeyedQueue {
  readonly #work: (key: string) => Promise<void>;
  readonly #lanes: number;
  /** In the order in which they come up, with those who wait for them. */
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #busy = new Set<string>();

  /** `work` never rejects; at most `lanes` of it run at once, and never two for one key. */
  constructor(lanes: number, work: (key: string) => Promise<void>) {
    this.#lanes = lanes;
    this.#work = work;
  }

  /** Whether nothing is waiting or being worked on. */
  get isIdle(): boolean {
    return this.#waiting.size + this.#busy.size === 0;
  }

  /** Resolves when the work on `key` that begins after this call has ended, or was dropped. */
  add(key: string): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(key) ?? new Set();
      waiting.add(resolve);
      this.#waiting.set(key, waiting);
      this.#next();
    });
  }

  /** What has not begun is not worked on. */
  drop(key: string): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    for (const resolve of waiting ?? []) resolve();
  }

  #next(): void {
    for (const [key, waiting] of this.#waiting) {
      if (this.#busy.size >= this.#lanes) return;
      // It comes up again when the work that is under way has ended.
      if (this.#busy.has(key)) continue;
      this.#waiting.delete(key);
      this.#busy.add(key);
      void this.#work(key).finally(() => {
        this.#busy.delete(key);
        for (const resolve of waiting) resolve();
        this.#next();
      });
    }
  }
}
