/** Words a contradiction: both sides, what would pass, and the total as it would have to be. */
import type { Fix } from '../../../model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { writeQuantity } from '../../../quantities/write.ts';
import { sayDuration } from './durationWords.ts';

/** Writes the value of `like` anew in `text`; only its author can say which side is wrong. */
export function replaceValue(text: string, title: string, like: Quantity, value: number): Fix {
  return { title, byHand: true, edits: [{ span: like.span, text: writeAmount(text, like, value) }] };
}

/** `value` as `like` is written; a duration written in two units is told in two units. */
export function writeAmount(text: string, like: Quantity, value: number): string {
  const digits = Number(text.slice(like.digits.start, like.digits.end).replaceAll(/[,_]/g, ''));
  const isCompound = like.unit.dimension === 'duration' && digits * like.magnitude !== Math.abs(like.value);
  if (!isCompound) return writeQuantity(text, like, value).replaceAll(/\s+/g, ' ');
  const seconds = value * like.unit.scale;
  return sayDuration({ least: seconds - like.unit.scale, most: seconds + like.unit.scale });
}

export function quote(text: string, { span }: Quantity): string {
  return text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
}
