/** Draws what is wanted, one diagram at a time, the most urgent first, and keeps what was drawn. */
import { longestMessage } from '../../core/protocol.ts';
import type { Palette, RenderProblem } from '../../core/protocol.ts';
import type { DrawRequest, DrawResult, Drawn } from './frameHost.ts';
import type { Picture } from './picture.ts';

/** How many drawings are kept: undo and a switch of themes and back cost nothing. */
const mostKept = 200;
const mostKeptCharacters = 20_000_000;

/** A drawing nobody wants any more is given this long before its frame is replaced, in milliseconds. */
const patience = 1_500;

export type Outcome =
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'problem'; readonly problem: RenderProblem };

export interface Wanted {
  readonly key: string;
  readonly text: string;
  /** Mermaid's own name of the diagram's type, where it is known. */
  readonly type?: string | undefined;
  /** Where it is not to be drawn in the panel's own colours. */
  readonly palette?: Palette;
}

export interface PicturesParts {
  readonly draw: (request: DrawRequest) => Promise<DrawResult>;
  /** Ends the drawing under way. */
  readonly abandon: () => void;
  readonly prepare: (drawn: Drawn) => Picture | undefined;
  /** A drawing came to its end, or nothing more is to be drawn. */
  readonly onChange: () => void;
}

export class Pictures {
  readonly #parts: PicturesParts;
  readonly #kept = new Map<string, Outcome>();
  /** Texts, by key, on whose picture somebody insists. */
  readonly #insisted = new Set<string>();
  #wanted: readonly Wanted[] = [];
  #palette: Palette;
  #drawing: string | undefined;
  #isRunning = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PicturesParts, palette: Palette) {
    this.#parts = parts;
    this.#palette = palette;
  }

  /** What is known of a diagram in the present colours, or in others. */
  get(key: string, palette = this.#palette): Outcome | undefined {
    return this.#kept.get(idOf(key, palette));
  }

  /** Whether a wanted diagram is neither drawn nor found to be impossible. */
  get isBusy(): boolean {
    return this.#next() !== undefined;
  }

  /** Replaces all earlier wishes; the first is drawn first. */
  want(wanted: readonly Wanted[], palette: Palette): void {
    this.#wanted = wanted;
    this.#palette = palette;
    clearTimeout(this.#patience);
    if (!this.#isRunning) void this.#drawAll();
    else if (this.#drawing !== undefined && !this.#isWanted(this.#drawing)) {
      this.#patience = setTimeout(this.#parts.abandon, patience);
    }
  }

  /** Whether somebody insisted on this text's picture. */
  isInsisted(key: string): boolean {
    return this.#insisted.has(key);
  }

  /** Lets a diagram that failed be drawn again, with more time and higher limits for this very text. */
  insist(key: string): void {
    this.#insisted.add(key);
    this.forget(key);
  }

  /** Lets a diagram that failed be drawn again, in whichever colours. */
  forget(key: string): void {
    for (const [id, { kind }] of this.#kept) {
      if (kind === 'problem' && isOf(id, key)) this.#kept.delete(id);
    }
  }

  async #drawAll(): Promise<void> {
    this.#isRunning = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const palette = next.palette ?? this.#palette;
      const id = idOf(next.key, palette);
      this.#drawing = id;
      const result = await this.#parts.draw({ ...next, palette, isInsisted: this.#insisted.has(next.key) });
      this.#drawing = undefined;
      clearTimeout(this.#patience);
      if (result.kind === 'abandoned') continue;
      this.#keep(id, this.#outcomeOf(result));
      // Cleaning a large picture takes as long as laying it out; in between the panel answers to keys and wheel.
      await nextTask();
      this.#parts.onChange();
    }
    this.#isRunning = false;
  }

  #next(): Wanted | undefined {
    return this.#wanted.find(({ key, palette }) => this.get(key, palette) === undefined);
  }

  #isWanted(id: string): boolean {
    return this.#wanted.some(({ key, palette }) => idOf(key, palette ?? this.#palette) === id);
  }

  #outcomeOf(result: Exclude<DrawResult, { kind: 'abandoned' }>): Outcome {
    if (result.kind === 'failed') return { kind: 'problem', problem: result.problem };
    try {
      const picture = this.#parts.prepare(result.drawn);
      if (picture !== undefined) return { kind: 'picture', picture };
      return { kind: 'problem', problem: { kind: 'mermaid', message: 'Mermaid drew nothing' } };
    } catch (thrown) {
      // Whatever a picture does to the cleaning, the next one must get its turn.
      return { kind: 'problem', problem: { kind: 'mermaid', message: String(thrown).slice(0, longestMessage) } };
    }
  }

  #keep(id: string, outcome: Outcome): void {
    this.#kept.set(id, outcome);
    let characters = 0;
    // A Map remembers the order of insertion, so the oldest come last here.
    for (const [index, [old, kept]] of [...this.#kept].reverse().entries()) {
      if (kept.kind === 'picture') characters += kept.picture.source.length;
      const isTooMuch = index >= mostKept || characters > mostKeptCharacters;
      // What is wanted would be drawn at once again, and push out the next.
      if (isTooMuch && !this.#isWanted(old)) this.#kept.delete(old);
    }
  }
}

const idOf = (key: string, palette: Palette): string => [key, ...Object.values(palette)].join(' ');

/** Whether an id of `idOf` is one of this key's; keys have no blanks. */
const isOf = (id: string, key: string): boolean => id.startsWith(`${key} `);

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
