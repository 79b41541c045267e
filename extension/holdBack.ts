/**
 * Does not shout while somebody types: a new finding inside the word or label under the cursor waits until the
 * typing stops for a while or the cursor leaves the line. A finding that vanished is gone at once. Pure.
 */
import type { Finding, Span } from '../core/model.ts';
import type { Clock } from '../core/ports.ts';
import { placeBeingTyped } from './placeBeingTyped.ts';

/** Milliseconds without a keystroke after which a new finding is shown where somebody typed. */
const patience = 1500;

/** One change of a text: `removed` units at `start` became `inserted` units. */
export interface TextChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/** A cursor in the text that is shown, as an offset and its 0-based line. */
export interface Cursor {
  readonly offset: number;
  readonly line: number;
}

interface Shown {
  readonly rule: string;
  /** Where it is in the present text. */
  readonly span: Span;
}

/** The findings of one document on their way to the user. */
export class HoldBack {
  readonly #clock: Clock;
  readonly #onDue: () => void;
  #shown: readonly Shown[] = [];
  #typed: { readonly at: number; readonly line: number } | undefined;
  #cancelTimer: (() => void) | undefined;

  /** `onDue` is called when something held back has waited long enough; ask `show` again then. */
  constructor(clock: Clock, onDue: () => void) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /** The text changed; `typedLine` is the cursor's line when the change came from a keystroke, else undefined. */
  edited(changes: readonly TextChange[], typedLine: number | undefined): void {
    for (const change of changes) {
      this.#shown = this.#shown.map((one) => ({ ...one, span: moveSpan(one.span, change) }));
    }
    this.#typed = typedLine === undefined ? undefined : { at: this.#clock.now(), line: typedLine };
  }

  /** Nobody is typing any more, for instance because the document was saved. */
  settle(): void {
    this.#typed = undefined;
  }

  /** Which of the findings of the present text to show now; `cursor` is undefined when it is elsewhere. */
  show(text: string, findings: readonly Finding[], cursor: Cursor | undefined): readonly Finding[] {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const visible = this.#visible(text, findings, cursor);
    this.#shown = visible.map(({ rule, span }) => ({ rule, span }));
    return visible;
  }

  dispose(): void {
    this.#cancelTimer?.();
  }

  #visible(text: string, findings: readonly Finding[], cursor: Cursor | undefined): readonly Finding[] {
    const typed = this.#typed;
    if (typed === undefined || cursor?.line !== typed.line) return findings;
    const wait = typed.at + patience - this.#clock.now();
    if (wait <= 0) return findings;
    const place = placeBeingTyped(text, cursor.offset);
    const visible = findings.filter((finding) => !touches(finding.span, place) || this.#wasShown(finding));
    if (visible.length < findings.length) this.#cancelTimer = this.#clock.after(wait, this.#onDue);
    return visible;
  }

  #wasShown(finding: Finding): boolean {
    return this.#shown.some((one) => one.rule === finding.rule && touches(one.span, finding.span));
  }
}

/** Where a span is after a change; a change inside or across it takes it along. */
export function moveSpan(span: Span, change: TextChange): Span {
  const end = change.start + change.removed;
  const growth = change.inserted - change.removed;
  if (change.start >= span.end) return span;
  if (end <= span.start) return { start: span.start + growth, end: span.end + growth };
  return { start: Math.min(span.start, change.start), end: Math.max(span.end, end) + growth };
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && one.end >= other.start;
}
