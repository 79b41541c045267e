/** Says on a terminal how far a long run is, in one line that goes when the run is over. */
import type { Surroundings } from './surroundings.ts';

/** A short run needs none, in milliseconds. */
const patience = 500;
const interval = 100;
const clearLine = '\r\u001b[K';

export class Progress {
  readonly #surroundings: Surroundings;
  readonly #isShown: boolean;
  #next = 0;
  #total = 0;
  #done = 0;
  #isThere = false;

  constructor(surroundings: Surroundings) {
    const { stderr, env } = surroundings;
    this.#surroundings = surroundings;
    this.#isShown = stderr.isTTY === true && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
  }

  /** A run over `total` documents begins. */
  begin(total: number): void {
    this.#total = total;
    this.#next = this.#surroundings.clock.now() + patience;
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

  /** Takes the line away, because something else is to stand there, or because the run is over. */
  clear(): void {
    if (this.#isThere) this.#surroundings.stderr.write(clearLine);
    this.#isThere = false;
  }
}
