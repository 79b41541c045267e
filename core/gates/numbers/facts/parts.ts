/** Picks from items the one amount that each contributes to a total. */
import type { Quantity, Unit } from '../../../quantities/model.ts';
import type { Amount, Item } from './item.ts';
import { isAlike } from './sum.ts';
import { kindsOf, periodOf } from './words.ts';

/** An amount takes on the period its label names where it has none of its own. */
export function inPeriod<Some extends Quantity>(amount: Some, label: string): Some {
  if (amount.unit.period !== undefined || amount.unit.dimension === 'percent') return amount;
  const period = periodOf(label);
  return period === undefined ? amount : { ...amount, unit: { ...amount.unit, period } };
}

/** The one amount of `item` that may be part of `claim`; several are unclear, but what follows a last `=` is a result. */
export function partOf(item: Item, claim: Quantity): Amount | 'none' | 'unclear' {
  const alike = item.amounts.filter((amount) => isAlike(inPeriod(amount, item.text).unit, claim.unit));
  const chosen = alike.length > 1 ? alike.filter(({ isResult }) => isResult) : alike;
  const [part] = chosen;
  if (alike.length === 0) return 'none';
  // "Up to $50K" says nothing of a sum.
  if (part?.atMost === true) return 'unclear';
  return part === undefined || chosen.length > 1 ? 'unclear' : inPeriod(part, item.text);
}

/** Every amount of an unclear item that may be its part. */
export function alternativesOf(item: Item, claim: Quantity): readonly Amount[] {
  return item.amounts
    .map((amount) => inPeriod(amount, item.text))
    .filter((amount) => isAlike(amount.unit, claim.unit) && !amount.atMost && amount.sign === undefined);
}

/** What is saved is no part of what is spent: whether an item's amount is of the kind of money that `whole` names. */
export function isSameKind(whole: string, item: Item, part: Amount): boolean {
  const kinds = kindsOf(`${item.name} ${part.line}`);
  const wanted = kindsOf(whole);
  return kinds === 0 || wanted === 0 || (kinds & wanted) !== 0;
}

/** Money, data and things are added; percentages, factors and time are not always. */
export const isCountable = ({ dimension }: Unit): boolean =>
  dimension === 'currency' || dimension === 'bytes' || dimension === 'count';
