/** What few diagrams need and the shell fetches then: code runs here under the frame's own nonce, since its policy lets nothing in. */
import type { FrameToShell } from '../../core/protocol.ts';

/** A part did not come; nothing is wrong with the diagram. */
export class PartMissing extends Error {}

export class Parts {
  readonly #post: (message: FrameToShell) => void;
  readonly #nonce: string;
  readonly #known = new Map<string, Promise<string>>();
  readonly #run = new Set<string>();
  readonly #waiting = new Map<string, (text: string | undefined) => void>();

  constructor(post: (message: FrameToShell) => void, nonce: string) {
    this.#post = post;
    this.#nonce = nonce;
  }

  /** The text of a part; asked for once. */
  fetch(name: string): Promise<string> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const fetched = new Promise<string>((resolve, reject) => {
      this.#waiting.set(name, (text) => {
        if (text === undefined) {
          // The next diagram may have better luck.
          this.#known.delete(name);
          reject(new PartMissing(`its part “${name}” could not be loaded`));
        } else resolve(text);
      });
    });
    this.#known.set(name, fetched);
    this.#post({ type: 'need', name });
    return fetched;
  }

  /** Runs a part's script, once; gives what it leaves under its own name. */
  async run(name: string): Promise<unknown> {
    const text = await this.fetch(name);
    if (!this.#run.has(name)) {
      this.#run.add(name);
      const script = document.createElement('script');
      script.nonce = this.#nonce;
      script.textContent = text;
      document.head.append(script);
      script.remove();
    }
    return Reflect.get(globalThis, `diagramGatesPart_${name}`) as unknown;
  }

  /** The shell's answer. */
  receive(name: string, text: string | undefined): void {
    const settle = this.#waiting.get(name);
    this.#waiting.delete(name);
    settle?.(text);
  }
}
