/** A line, cell or label that names something and carries amounts. */
import { rememberText } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import { findQuantities, readQuantity } from '../../../quantities/find.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { Quantity } from '../../../quantities/model.ts';

/** Spans are offsets into the text the item was read from: the document, or one diagram. */
export interface Item {
  /** Its first line without markup and amounts. */
  readonly name: string;
  /** All of it so, in one line. */
  readonly words: string;
  /** As `words`, with the amounts. */
  readonly text: string;
  readonly span: Span;
  readonly amounts: readonly Amount[];
}

export interface Amount extends Quantity {
  /** Whether it stands directly behind a `=`. */
  readonly isResult: boolean;
  /** Whether a multiplication sign stands beside it. */
  readonly isFactor: boolean;
  /** What stands near it on its line. */
  readonly line: string;
}

/** The item written at `span` of `source`, its amounts those of running text. */
export const readItem = (source: string, span: Span): Item =>
  placeItem(itemOf(source.slice(span.start, span.end)), span);

/** As `readItem`, for a cell or value: where it is one quantity as a whole, a figure like a year counts too. */
export const readCell = (source: string, span: Span): Item =>
  placeItem(cellOf(source.slice(span.start, span.end)), span);

/** An item as if its text stood alone. */
type LoneItem = Omit<Item, 'span'>;

const itemOf = rememberText((written): LoneItem => {
  const plain = blankMarkup(written);
  return describe(plain, findQuantities(plain));
});

const cellOf = rememberText((written): LoneItem => {
  const plain = blankMarkup(written);
  const whole = readQuantity(plain);
  if (whole === undefined) return itemOf(written);
  const rest = findQuantities(plain).filter((found) => found.span.start >= whole.span.end);
  return describe(plain, [whole, ...rest]);
});

function placeItem(item: LoneItem, span: Span): Item {
  const move = ({ start, end }: Span): Span => ({ start: start + span.start, end: end + span.start });
  const amounts = item.amounts.map((amount) => ({
    ...amount,
    span: move(amount.span),
    qualified: move(amount.qualified),
    digits: move(amount.digits),
  }));
  return { ...item, span, amounts };
}

function describe(plain: string, found: readonly Quantity[]): LoneItem {
  const text = inOneLine(plain);
  if (found.length === 0) return { name: inOneLine(firstLineOf(plain)), words: text, text, amounts: [] };
  let words = '';
  let done = 0;
  for (const { qualified } of found) {
    words += `${plain.slice(done, qualified.start)} `;
    done = qualified.end;
  }
  words += plain.slice(done);
  const amounts = found.map((quantity) => amountOf(quantity, plain));
  return { name: inOneLine(firstLineOf(words)), words: inOneLine(words), text, amounts };
}

const firstLineOf = (words: string): string => words.trimStart().split('\n', 1)[0] ?? '';

const inOneLine = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replaceAll(/\s+/g, ' ') : text).trim();

function amountOf(quantity: Quantity, plain: string): Amount {
  const { span, qualified } = quantity;
  const before = plain.slice(Math.max(0, qualified.start - 4), qualified.start);
  const after = plain.slice(span.end, span.end + 3);
  return {
    ...quantity,
    isResult: /[=≈][ \t]{0,3}$/.test(before),
    isFactor: /[×✕][ \t]{0,2}$|(?<!\w)x[ \t]$/.test(before) || /^[ \t]{0,2}[×✕]|^[ \t]x(?!\w)/.test(after),
    line: lineAround(plain, span),
  };
}

/** As far as words on a line may speak of an amount, so that a line of thousands of amounts is not read thousands of times. */
const reach = 80;

function lineAround(plain: string, { start, end }: Span): string {
  const before = plain.slice(Math.max(0, start - reach), start);
  const after = plain.slice(end, end + reach);
  const newline = after.indexOf('\n');
  return `${before.slice(before.lastIndexOf('\n') + 1)}${plain.slice(start, end)}${newline === -1 ? after : after.slice(0, newline)}`;
}
