/** Titles that tell an amount of which those under them are parts: whether two break the same down, or one has its share of it. */
import { measureWords } from '../../../lexicon/quantityWords.ts';
import { convert } from '../../../quantities/convert.ts';
import { findQuantities } from '../../../quantities/find.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { inPeriodOf } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { nameWords } from './quantityNames.ts';
import { titlesAboveBoth } from './toldApart.ts';

export interface Whole {
  readonly amount: Quantity;
  readonly words: readonly string[];
}

/** The nearest title above `mention` that tells an amount of the same kind, and is not above the other as well. */
export function wholeOf(mention: Mention, other: Mention): Whole | undefined {
  for (const title of mention.under.slice(titlesAboveBoth(mention, other)).toReversed()) {
    const amount = findQuantities(title).find(({ unit }) => unit.dimension === mention.amount.unit.dimension);
    if (amount !== undefined) return { amount: inPeriodOf(amount, [title]), words: nameWords(title) };
  }
  return undefined;
}

/** Whether two titles tell one amount of one thing: "Ferry costs: $8M" and "Ferries: $8M a year". */
export function isOneWhole(one: Whole, other: Whole): boolean {
  const rate = convert(one.amount.unit, other.amount.unit);
  if (rate === undefined) return false;
  const isSame = Math.abs(one.amount.value * rate.by - other.amount.value) <= 1e-9 * other.amount.value;
  return isSame && one.words.some((word) => isOwnWord(word) && other.words.includes(word));
}

const isOwnWord = (word: string): boolean => /^\p{L}{3}/u.test(word) && !measureWords.has(word);

/** Whether `smaller` may be the share of `larger` that the whole it stands under has. */
export function mayBeShare(smaller: Mention, larger: Mention, whole: Whole | undefined): boolean {
  if (whole === undefined) return false;
  const notes = nameWords(smaller.notes);
  const own = new Set([...smaller.name, ...notes]);
  const around = new Set(larger.under.slice(-2).flatMap(nameWords));
  // Where the whole is the thing's own, the thing is all in it.
  return !whole.words.some((word) => own.has(word)) && !notes.some((word) => around.has(word));
}
