/** One scheduler for typing: the first run of a key is at once, later ones at most once per interval. */
import type { Clock } from './ports.ts';

interface Pace {
  /** When the last run began, in the clock's milliseconds; undefined before the first. */
  lastRun: number | undefined;
  cancelPending: (() => void) | undefined;
}

export class Schedule {
  readonly #clock: Clock;
  readonly #interval: number;
  readonly #run: (key: string) => void;
  readonly #paces = new Map<string, Pace>();

  /** Calls `run` with a key at most once per `interval` milliseconds and key. */
  constructor(clock: Clock, interval: number, run: (key: string) => void) {
    this.#clock = clock;
    this.#interval = interval;
    this.#run = run;
  }

  /** Runs the key now when its interval has passed, else once at the end of the interval. */
  request(key: string): void {
    const pace = this.#pace(key);
    if (pace.cancelPending !== undefined) return;
    const wait = pace.lastRun === undefined ? 0 : pace.lastRun + this.#interval - this.#clock.now();
    if (wait <= 0) this.runNow(key);
    else pace.cancelPending = this.#clock.after(wait, () => this.runNow(key));
  }

  /** Runs the key now and takes the place of a run that was waiting. */
  runNow(key: string): void {
    const pace = this.#pace(key);
    pace.cancelPending?.();
    pace.cancelPending = undefined;
    pace.lastRun = this.#clock.now();
    this.#run(key);
  }

  /** Drops what waits for the key; its next request runs at once. */
  forget(key: string): void {
    this.#paces.get(key)?.cancelPending?.();
    this.#paces.delete(key);
  }

  dispose(): void {
    for (const key of [...this.#paces.keys()]) this.forget(key);
  }

  #pace(key: string): Pace {
    const known = this.#paces.get(key);
    if (known !== undefined) return known;
    const pace: Pace = { lastRun: undefined, cancelPending: undefined };
    this.#paces.set(key, pace);
    return pace;
  }
}
