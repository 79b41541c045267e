/** Keeps an isolated frame ready, gives each drawing a budget, and replaces a frame that does not keep it. */
import { elkPart, foreseenParts } from '../../core/frameParts.ts';
import type { FrameToShell, Palette, PrintRequest, RenderProblem } from '../../core/protocol.ts';
import { FrameEnded, FrameWindow } from './frameWindow.ts';

/**
 * How long a frame may take to start, in milliseconds, one try after the other: five megabytes of script on a busy machine.
 * Tries, because a browser may put a new frame into the process that still hangs with the one before.
 */
const startBudgets = [5_000, 10_000, 20_000] as const;
/** The pause between the end of a frame and the start of the next, in which the browser may end the process as well. */
const pause = 50;

/** How long the self-test keeps the frame busy, in milliseconds. */
const spinSpan = 200;
/** On a shared thread the shell is late by the whole span, each time; on a busy machine it may be late by much, at times. */
const sharedLateness = 0.9 * spinSpan;
const spins = 3;

export interface FrameHostParts {
  readonly script: () => Promise<string>;
  /** Fetches what a diagram needs besides; see core/frameParts.ts. */
  readonly fetchPart: (name: string) => Promise<string>;
  readonly nonce: string;
  readonly parent: HTMLElement;
  /** The time one drawing may take, in milliseconds. */
  readonly budget: number;
  readonly note: (level: 'info' | 'warn', message: string) => void;
}

export interface DrawRequest {
  readonly key: string;
  readonly text: string;
  /** Mermaid's own name of the diagram's type, where it is known. */
  readonly type?: string | undefined;
  readonly palette: Palette;
  /** Somebody insists: it may take longer and be larger. */
  readonly isInsisted: boolean;
}

/** How many times longer a drawing may take on which somebody insists. */
const insistence = 6;

/** What the frame drew, as it sent it. */
export type Drawn = Pick<Extract<FrameToShell, { readonly type: 'rendered' }>, 'svg' | 'paper' | 'ink' | 'blocked'>;

export type DrawResult =
  | { readonly kind: 'drawn'; readonly drawn: Drawn }
  | { readonly kind: 'failed'; readonly problem: RenderProblem }
  /** The frame was ended because nobody wants the drawing any more. */
  | { readonly kind: 'abandoned' };

export class FrameHost {
  readonly #parts: FrameHostParts;
  #frame: FrameWindow | undefined;
  #script: Promise<string> | undefined;
  #pause: Promise<void> = Promise.resolve();
  #seq = 0;
  #isStrict = false;
  #isTested = false;
  /** What frames asked for; kept, since the next frame will ask again. */
  readonly #fetched = new Map<string, Promise<string>>();
  /** How many parts are on their way; a slow network is no fault of the diagram's. */
  #fetching = 0;
  /** How many documents are made, for which a drawing has to wait. */
  #printing = 0;

  constructor(parts: FrameHostParts) {
    this.#parts = parts;
  }

  /** Starts the frame ahead of the first drawing. */
  warmUp(): void {
    void this.#open().catch(() => undefined);
  }

  /** Draws one diagram; the caller waits for the result before the next. Never rejects. */
  async draw(request: DrawRequest): Promise<DrawResult> {
    const seq = (this.#seq += 1);
    this.#foresee(request);
    try {
      const frame = await this.#openWithin(startBudgets);
      if (frame === undefined) return failed({ kind: 'frame', message: 'it does not start' });
      const { key, text, palette, isInsisted } = request;
      const limits = this.#isStrict ? 'strict' : isInsisted ? 'generous' : 'usual';
      const budget = isInsisted ? insistence * this.#parts.budget : this.#parts.budget;
      const drawing = frame.request({ type: 'render', seq, key, text, palette, limits });
      const answer = await within(
        budget,
        drawing,
        () => this.restart(),
        () => this.#fetching + this.#printing > 0,
      );
      if (answer === undefined) {
        this.#parts.note('warn', `a diagram was not drawn within ${budget} ms; the frame was replaced`);
        return failed({ kind: 'timeout', budget });
      }
      if (answer.type === 'rendered') return { kind: 'drawn', drawn: answer };
      return failed(answer.type === 'failed' ? answer.problem : { kind: 'frame', message: answer.type });
    } catch (thrown) {
      if (thrown instanceof FrameEnded) return { kind: 'abandoned' };
      return failed({ kind: 'frame', message: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }

  /** A PDF document in base64; `undefined` where it cannot show the picture in shapes and words. Rejects with a reason. */
  async print(request: PrintRequest): Promise<string | undefined> {
    const seq = (this.#seq += 1);
    const frame = await this.#openWithin(startBudgets);
    this.#printing += 1;
    try {
      const answer =
        frame &&
        (await within(
          insistence * this.#parts.budget,
          frame.request({ type: 'print', seq, ...request }),
          () => this.restart(),
          () => this.#fetching > 0,
        ));
      if (answer?.type === 'printed') return answer.pdf;
      const isRefused = answer?.type === 'failed' && answer.problem.kind === 'mermaid';
      throw new Error(isRefused ? answer.problem.message : 'no document came of it in time');
    } finally {
      this.#printing -= 1;
    }
  }

  /** Ends the frame, whatever it does, and starts another. */
  restart(): void {
    this.#frame?.end();
    this.#frame = undefined;
    this.#pause = new Promise((resolve) => setTimeout(resolve, pause));
    this.warmUp();
  }

  /**
   * Finds out once whether the frame has a thread of its own. Where it shares the shell's, a hang could not be ended, so
   * the guard gets stricter limits.
   */
  async testIsolation(): Promise<void> {
    const frame = this.#frame;
    if (this.#isTested || frame === undefined) return;
    this.#isTested = true;
    let lateness = Infinity;
    try {
      for (let spin = 0; spin < spins && lateness > sharedLateness; spin += 1) {
        lateness = Math.min(lateness, await this.#latenessDuringSpin(frame));
      }
    } catch {
      // The frame was replaced meanwhile; the next idle moment tests its successor.
      this.#isTested = false;
      return;
    }
    this.#isStrict = lateness > sharedLateness;
    const verdict = this.#isStrict ? "shares the panel's thread; the limits are lowered" : 'has a thread of its own';
    this.#parts.note(this.#isStrict ? 'warn' : 'info', `the frame ${verdict} (late by ${Math.round(lateness)} ms)`);
  }

  /** By how many milliseconds the shell's own pulse was late at most while the frame was busy. */
  async #latenessDuringSpin(frame: FrameWindow): Promise<number> {
    const seq = (this.#seq += 1);
    let latest = 0;
    let last = performance.now();
    const beat = (): void => {
      const now = performance.now();
      latest = Math.max(latest, now - last);
      last = now;
    };
    const pulse = setInterval(beat, 10);
    try {
      await frame.request({ type: 'spin', seq, span: spinSpan });
      beat();
      return latest;
    } finally {
      clearInterval(pulse);
    }
  }

  async #openWithin(budgets: readonly number[]): Promise<FrameWindow | undefined> {
    for (const budget of budgets) {
      const frame = await within(budget, this.#open(), () => this.restart());
      if (frame !== undefined) return frame;
      this.#parts.note('warn', `the frame did not start within ${budget} ms`);
    }
    return undefined;
  }

  async #open(): Promise<FrameWindow> {
    await this.#pause;
    const script = (this.#script ??= this.#parts.script());
    const { nonce, parent } = this.#parts;
    const frame = (this.#frame ??= new FrameWindow(script, nonce, parent, (name) => this.#give(name)));
    try {
      await frame.ready;
    } catch (problem) {
      if (!(problem instanceof FrameEnded)) this.#giveUp(frame, script);
      throw problem;
    }
    return frame;
  }

  /** Without a script there is no frame; whoever needs one next tries again. */
  #giveUp(frame: FrameWindow, script: Promise<string>): void {
    frame.end();
    if (this.#frame === frame) this.#frame = undefined;
    if (this.#script === script) this.#script = undefined;
  }

  /** Fetches what the frame is going to ask for, while it may still be starting. */
  #foresee({ type, text, palette }: DrawRequest): void {
    // GitHub's Mermaid lays out with dagre, and so does who asks for it.
    const isElkWanted = palette.look !== 'github' && !text.includes('dagre');
    for (const name of foreseenParts(type ?? '')) {
      if (name !== elkPart || isElkWanted) void this.#fetch(name).catch(() => undefined);
    }
  }

  #fetch(name: string): Promise<string> {
    const known = this.#fetched.get(name);
    if (known !== undefined) return known;
    const fetched = this.#parts.fetchPart(name);
    this.#fetched.set(name, fetched);
    fetched.catch((thrown: unknown) => {
      this.#fetched.delete(name);
      this.#parts.note('warn', `${name} could not be fetched: ${String(thrown)}`);
    });
    return fetched;
  }

  async #give(name: string): Promise<string | undefined> {
    this.#fetching += 1;
    try {
      return await this.#fetch(name);
    } catch {
      // It was noted.
      return undefined;
    } finally {
      this.#fetching -= 1;
    }
  }
}

const failed = (problem: RenderProblem): DrawResult => ({ kind: 'failed', problem });

/**
 * The promise's value, or `undefined` after `budget` milliseconds; then `overdue` has been called. The count starts again
 * when it ends while `isExcused`.
 */
function within<T>(
  budget: number,
  promise: Promise<T>,
  overdue: () => void,
  isExcused = (): boolean => false,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(() => {
        if (isExcused()) {
          wait();
          return;
        }
        resolve(undefined);
        overdue();
      }, budget);
    };
    wait();
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
