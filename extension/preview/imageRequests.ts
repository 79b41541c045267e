/** Pictures the preview's page was asked for and has not given yet. Pure. */
import type { ShellToHost } from '../../core/protocol.ts';

export type ImageAnswer = Extract<ShellToHost, { readonly type: 'image' | 'noImage' }>;

interface Waiting {
  readonly resolve: (data: string) => void;
  readonly reject: (problem: Error) => void;
}

export class ImageRequests {
  readonly #waiting = new Map<number, Waiting>();

  /** The answer to the request numbered `seq`, which the caller sends. */
  wait(seq: number): Promise<string> {
    return new Promise((resolve, reject) => this.#waiting.set(seq, { resolve, reject }));
  }

  /** Hands an answer to whoever waits for it; one that nobody waits for says nothing. */
  receive(answer: ImageAnswer): void {
    const waiting = this.#waiting.get(answer.seq);
    this.#waiting.delete(answer.seq);
    if (answer.type === 'image') waiting?.resolve(answer.data);
    else waiting?.reject(new Error(answer.message));
  }

  /** The page that was asked is gone. */
  abandon(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
