/** Says on a terminal how far a long run is, in one line that goes when the run is over. */
import type { Surroundings } from './surroundings.ts';

/** A short run needs none, in milliseconds. */
const patience = 500;
const interval = 100;
const clearLine = '\r\u001b[K';

export class Progress {
  readonly #surroundings: Surroundings;
  readonly #total: number;
  readonly #isShown: boolean;
  #next: number;
  #done = 0;
  #isThere = false;

  /** Of a run over `total` documents. */
  constructor(surroundings: Surroundings, total: number) {
    const { stderr, env, clock } = surroundings;
    this.#surroundings = surroundings;
    this.#total = total;
    this.#isShown = stderr.isTTY === true && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
    this.#next = clock.now() + patience;
  }

  /** Another document is done. */
  step(): void {
    this.#done += 1;
    const now = this.#surroundings.clock.now();
    if (!this.#isShown || now < this.#next) return;
    this.#next = now + interval;
    this.#isThere = true;
    const share = Math.floor((100 * this.#done) / this.#total);
    this.#surroundings.stderr.write(`${clearLine}${this.#done} of ${this.#total} documents, ${share} %`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isThere) this.#surroundings.stderr.write(clearLine);
    this.#isThere = false;
  }
}
