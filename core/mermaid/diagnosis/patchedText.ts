/** A text under repair that remembers where each of its characters stood in the original. */
import type { Span, TextEdit } from '../../model.ts';

/** Applies sorted, non-overlapping edits. */
function apply(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: inserted } of edits) {
    result += text.slice(from, span.start) + inserted;
    from = span.end;
  }
  return result + text.slice(from);
}

export class PatchedText {
  readonly text: string;
  /** Edits made so far, in original offsets, sorted and not overlapping. */
  readonly edits: readonly TextEdit[];

  private constructor(text: string, edits: readonly TextEdit[]) {
    this.text = text;
    this.edits = edits;
  }

  static of(text: string): PatchedText {
    return new PatchedText(text, []);
  }

  /** Where an offset of the current text stands in the original; inside inserted text, the place of the insertion. */
  toOriginal(offset: number): number {
    let shift = 0;
    for (const { span, text } of this.edits) {
      const start = span.start + shift;
      if (offset < start) break;
      const end = start + text.length;
      if (offset < end) return Math.min(span.start + (offset - start), span.end);
      shift += text.length - (span.end - span.start);
    }
    return offset - shift;
  }

  /** Like `toOriginal`, but everywhere inside replaced text its start: what fails there has not been got over. */
  editedOrOriginal(offset: number): number {
    const original = this.toOriginal(offset);
    const edit = this.edits.find(({ span }) => span.start <= original && original < span.end);
    return edit?.span.start ?? original;
  }

  spanToOriginal(span: Span): Span {
    const start = this.toOriginal(span.start);
    return { start, end: Math.max(start, this.toOriginal(span.end)) };
  }

  /** The edits in original offsets; undefined when one of them touches a place that was edited before. */
  editsToOriginal(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
    const mapped = edits.map(({ span, text }) => ({ span: this.spanToOriginal(span), text }));
    const touches = mapped.some(({ span }) =>
      this.edits.some(
        (made) => span.start <= made.span.end && made.span.start <= span.end && !isApart(span, made.span),
      ),
    );
    return touches ? undefined : mapped;
  }

  /** The text with further edits (in current offsets); undefined when they touch an earlier edit. */
  with(edits: readonly TextEdit[]): PatchedText | undefined {
    const mapped = this.editsToOriginal(edits);
    if (mapped === undefined) return undefined;
    const all = [...this.edits, ...mapped].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return new PatchedText(apply(this.text, edits), all);
  }
}

/** Whether two spans that meet share no character and are not insertions at the same place. */
function isApart(a: Span, b: Span): boolean {
  if (a.start === b.start && a.end === b.end && a.start === a.end) return false;
  return a.end <= b.start || b.end <= a.start;
}
