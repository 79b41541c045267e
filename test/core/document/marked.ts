/** Texts whose expected spans are written into them: `a «b» c`. */
import type { Span } from '../../../core/model.ts';

export interface MarkedText {
  readonly text: string;
  /** In order of their `«`. */
  readonly spans: readonly Span[];
}

/** Takes the marks out of `marked` and says where they stood; marks may nest. */
export function marked(marked: string): MarkedText {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') {
      const span = { start: text.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (part === '»') {
      const span = open.pop();
      if (span === undefined) throw new Error('» without «');
      span.end = text.length;
    } else {
      text += part;
    }
  }
  return { text, spans };
}

/** The same text in each of the three ways to end lines. */
export function withEveryLineEnding(text: string): readonly string[] {
  return [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')];
}
