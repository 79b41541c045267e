/** A line, cell or label that names something and carries amounts. */
import type { Span } from '../../../model.ts';
import { findQuantities, readQuantity } from '../../../quantities/find.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { Quantity } from '../../../quantities/model.ts';

/** Spans are offsets into the text the item was read from: the document, or one diagram. */
export interface Item {
  /** What it says without markup, in one line. */
  readonly text: string;
  readonly span: Span;
  readonly amounts: readonly Quantity[];
}

/** The item written at `span` of `source`, its amounts those of running text. */
export function readItem(source: string, span: Span): Item {
  const plain = blankMarkup(source.slice(span.start, span.end));
  return { text: inOneLine(plain), span, amounts: findQuantities(plain).map((found) => shift(found, span.start)) };
}

/** As `readItem`, for a cell or value: where it is one quantity as a whole, a figure like a year counts too. */
export function readCell(source: string, span: Span): Item {
  const plain = blankMarkup(source.slice(span.start, span.end));
  const whole = readQuantity(plain);
  if (whole === undefined) return readItem(source, span);
  const rest = findQuantities(plain).filter((found) => found.span.start >= whole.span.end);
  return { text: inOneLine(plain), span, amounts: [whole, ...rest].map((found) => shift(found, span.start)) };
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function shift(quantity: Quantity, by: number): Quantity {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const { span, qualified, digits } = quantity;
  return { ...quantity, span: move(span), qualified: move(qualified), digits: move(digits) };
}
