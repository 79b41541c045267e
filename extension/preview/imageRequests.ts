/** Pictures the preview's page was asked for and has not given, or put on the clipboard, yet. Pure. */
import type { ShellToHost } from '../../core/protocol.ts';

type Message<Type extends ShellToHost['type']> = Extract<ShellToHost, { readonly type: Type }>;
export type ImageAnswer = Message<'image' | 'copied' | 'noImage'>;
/** The page did what it was asked for. */
export type GoodAnswer = Exclude<ImageAnswer, { readonly type: 'noImage' }>;

interface Waiting {
  readonly resolve: (answer: GoodAnswer) => void;
  readonly reject: (problem: Error) => void;
}

export class ImageRequests {
  readonly #waiting = new Map<number, Waiting>();

  /** The answer to the request numbered `seq`, which the caller sends; rejects when there is no picture. */
  wait(seq: number): Promise<GoodAnswer> {
    return new Promise((resolve, reject) => this.#waiting.set(seq, { resolve, reject }));
  }

  /** Hands an answer to whoever waits for it; one that nobody waits for says nothing. */
  receive(answer: ImageAnswer): void {
    const waiting = this.#waiting.get(answer.seq);
    this.#waiting.delete(answer.seq);
    if (answer.type === 'noImage') waiting?.reject(new Error(answer.message));
    else waiting?.resolve(answer);
  }

  /** The page that was asked is gone. */
  abandon(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
