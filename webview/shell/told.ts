/** What is told once of each diagram, and known by its key from then on. */
import type { PreviewDiagram } from '../../core/protocol.ts';

interface About {
  readonly text: string;
  /** What the diagram says, in lines. */
  readonly outline: readonly string[];
}

const silent: readonly string[] = [];

export class Told {
  readonly #known = new Map<string, About>();

  /** Texts come once; later messages name them by key. Those that left the page are dropped. */
  learn(diagrams: readonly PreviewDiagram[]): void {
    const before = new Map(this.#known);
    this.#known.clear();
    for (const { key, text, outline } of diagrams) {
      const known =
        text === undefined ? (this.#known.get(key) ?? before.get(key)) : { text, outline: outline ?? silent };
      if (known !== undefined) this.#known.set(key, known);
    }
  }

  has(key: string): boolean {
    return this.#known.has(key);
  }

  textOf(key: string): string | undefined {
    return this.#known.get(key)?.text;
  }

  /** The same list every time, so that it is compared quickly. */
  outlineOf(key: string): readonly string[] {
    return this.#known.get(key)?.outline ?? silent;
  }
}
