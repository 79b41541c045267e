/** The checkers of one run, or of a server's whole life: started when there is work, and started again when one ends. */
import { CheckerClient } from '../core/checking/client.ts';
import type { CheckRequest } from '../core/checking/protocol.ts';
import { limits } from '../core/config.ts';
import type { CheckedDocument } from '../core/model.ts';
import { CheckerPool } from './checkerPool.ts';
import { ReferredFiles } from './referredFiles.ts';
import type { Surroundings } from './surroundings.ts';

export class Checkers {
  readonly workspace: ReferredFiles;
  readonly #pool: CheckerPool;
  #runs = 0;

  /** `jobs` threads at most. */
  constructor(surroundings: Surroundings, jobs: number) {
    const workspace = new ReferredFiles(surroundings.cwd);
    this.workspace = workspace;
    this.#pool = new CheckerPool(
      jobs,
      () =>
        new CheckerClient({
          start: () => surroundings.startChecker(),
          clock: surroundings.clock,
          budgetMs: limits.diagramBudgetMs,
          log: silent,
          readPart: (part) => surroundings.readPart(part),
          workspace,
          // Nobody types here: rather wait than say nothing of links because a disk is busy.
          lookMs: Infinity,
        }),
    );
  }

  /** A run begins: files may be others than in the last one. Gives how this run asks, beside others that are under way. */
  begin(): (request: CheckRequest) => Promise<CheckedDocument | undefined> {
    this.#runs += 1;
    for (const root of this.workspace.forget()) this.#pool.forget(root);
    // A newer request for a document takes the place of an older one, but two runs are not about the same documents.
    const prefix = `${this.#runs}:`;
    return async (request) => {
      const checked = await this.#pool.check({ ...request, uri: prefix + request.uri });
      return checked === undefined ? undefined : { ...checked, uri: request.uri };
    };
  }

  dispose(): void {
    this.#pool.dispose();
  }
}

/** The report says what matters; what the checker notes on the way is for the extension's log. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nothing to do.
}
