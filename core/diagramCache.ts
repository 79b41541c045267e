/** Remembers what is known of each distinct diagram text: Mermaid's verdict and what the rules found in it. */
import type { DiagramFacts, RuleFinding } from './gates/rule.ts';

/** What is known of one diagram's text. */
export interface KnownDiagram {
  readonly facts: DiagramFacts;
  /** What fault rules threw while they explained the diagram, by rule id. */
  readonly crashes: ReadonlyMap<string, unknown>;
  /** The findings of each diagram rule that ran, by rule id, under the configuration `configKey`. */
  readonly findings: Map<string, readonly RuleFinding[]>;
  readonly configKey: string;
}

/** Keeps the most recently used diagrams, at most `capacity` of them: one takes some 60 KB, and no page has more. */
export class DiagramCache {
  readonly #capacity: number;
  // A Map keeps the order of insertion: the first key is the one not used for the longest time.
  readonly #known = new Map<string, KnownDiagram>();

  constructor(capacity = 2_500) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#known.size;
  }

  get(key: string): KnownDiagram | undefined {
    const known = this.#known.get(key);
    if (known === undefined) return undefined;
    this.#known.delete(key);
    this.#known.set(key, known);
    return known;
  }

  set(key: string, known: KnownDiagram): void {
    this.#known.delete(key);
    this.#known.set(key, known);
    if (this.#known.size <= this.#capacity) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}
