/** Several checkers side by side. */
import type { CheckerClient } from '../core/checking/client.ts';
import type { CheckRequest } from '../core/checking/protocol.ts';
import type { CheckedDocument } from '../core/model.ts';

/** A checker with this many documents has enough to do; the next one is started, which takes a third of a second. */
const enough = 3;

export class CheckerPool {
  readonly #lanes: readonly { readonly client: CheckerClient; waiting: number }[];

  /** `create` makes one of the `jobs` checkers; each starts its thread with its first document. */
  constructor(jobs: number, create: () => CheckerClient) {
    this.#lanes = Array.from({ length: jobs }, () => ({ client: create(), waiting: 0 }));
  }

  async check(request: CheckRequest): Promise<CheckedDocument | undefined> {
    const least = Math.min(...this.#lanes.map(({ waiting }) => waiting));
    const lane =
      this.#lanes.find(({ waiting }) => waiting < enough) ?? this.#lanes.find(({ waiting }) => waiting === least);
    if (lane === undefined) throw new Error('there is no checker');
    lane.waiting += 1;
    try {
      return await lane.client.check(request);
    } finally {
      lane.waiting -= 1;
    }
  }

  /** All that is known of a workspace folder may be out of date. */
  forget(root: string): void {
    for (const { client } of this.#lanes) client.forget(root, ['']);
  }

  dispose(): void {
    for (const { client } of this.#lanes) client.dispose();
  }
}
