/** Something that several may wait for: it comes, again and again, or will never come. Pure. */

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (problem: Error) => void;
}

export class Arrival {
  readonly #waiting: Waiting[] = [];

  /** Resolves when it comes the next time; rejects when it never will. */
  next(): Promise<void> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** It is there. */
  come(): void {
    for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  /** It will never come; `reason` is a sentence for people. */
  fail(reason: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(reason));
  }
}
