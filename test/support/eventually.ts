/** Waits for something that another program brings about. */
import { setTimeout } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds before it is a failure; 30 s unless told. */
  readonly ms?: number;
  /** What is there instead, for the message. */
  readonly instead?: () => Promise<string> | string;
}

/**
 * Looks again and again until `look` finds something.
 * Rejects with `what` when it does not come in time; an error of `look` counts as not found yet.
 */
export const eventually = async <T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  patience: Patience = {},
): Promise<T> => {
  const ms = patience.ms ?? 30_000;
  const deadline = performance.now() + ms;
  for (;;) {
    let problem = '';
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      problem = `; the last look failed: ${String(error)}`;
    }
    if (performance.now() > deadline) {
      const instead = patience.instead === undefined ? '' : `; instead: ${await patience.instead()}`;
      throw new Error(`${what} did not come in ${ms / 1000} s${problem}${instead}`);
    }
    await setTimeout(50);
  }
};
