/** Words a contradiction: both sides, what would pass, and the total as it would have to be. */
import type { Fix } from '../../../model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { writeQuantity } from '../../../quantities/write.ts';

/** Writes the value of `like` anew in `text`; only its author can say which side is wrong. */
export function replaceValue(text: string, title: string, like: Quantity, value: number): Fix {
  return { title, byHand: true, edits: [{ span: like.span, text: writeQuantity(text, like, value) }] };
}

export function quote(text: string, { span }: Quantity): string {
  return text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
}
