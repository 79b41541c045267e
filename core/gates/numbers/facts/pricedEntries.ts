/** Entries of one mapping that name a price for one, how many there are, and what they cost: "cost_per_tb", "capacity", "monthly_cost". */
import type { DocumentModel } from '../../../document/model.ts';
import type { Amount, Item } from './item.ts';
import { inPeriod } from './parts.ts';
import type { Relation } from './relation.ts';
import { readRunsOfDocument } from './runs.ts';
import { relatePrice } from './unitPrices.ts';

const perOne = /^(?:[a-z]+ )?(?:cost|price|rate) per (?<noun>[a-z]+)$/i;
const costs = /\b(?:costs?|total|spend|price)$/i;
const numbers = /\b(?:capacity|size|storage|volume|count|number|users?|traffic|transfer|amount|quantity|total)\b/i;

/** Where this many mappings bear it out, the entries mean this. */
const fewestHolding = 1;

export function pricedEntries(model: DocumentModel): readonly Relation[] {
  const relations = readRunsOfDocument(model).flatMap(({ kind, items }) =>
    kind === 'entries' ? relateEntries(model.text, items) : [],
  );
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  return holding >= fewestHolding && holding * 2 >= relations.length ? relations : [];
}

function relateEntries(text: string, items: readonly Item[]): readonly Relation[] {
  const prices = items.flatMap((item) => {
    const noun = perOne.exec(item.name)?.groups?.['noun']?.toLowerCase();
    const price = noun === undefined ? undefined : onlyAmount(item, 'currency');
    return price === undefined || noun === undefined ? [] : [{ ...price, unit: { ...price.unit, per: [noun] } }];
  });
  const totals = items.flatMap((item) => {
    const amount = costs.test(item.name) && !perOne.test(item.name) ? onlyAmount(item, 'currency') : undefined;
    return amount === undefined ? [] : [inPeriod(amount, item.name)];
  });
  const [price, otherPrice] = prices;
  const [total, otherTotal] = totals;
  if (price === undefined || total === undefined || otherPrice !== undefined || otherTotal !== undefined) return [];
  const counts = items.flatMap((item) => {
    const isByte = /^[kmgtp]i?b$/.test(price.unit.per[0] ?? '');
    return numbers.test(item.name) ? (onlyAmount(item, isByte ? 'bytes' : 'count') ?? []) : [];
  });
  return relatePrice(text, [price, total, ...counts]);
}

function onlyAmount({ amounts }: Item, dimension: Amount['unit']['dimension']): Amount | undefined {
  const [amount, other] = amounts;
  return other !== undefined || amount?.unit.dimension !== dimension || amount.value !== amount.high
    ? undefined
    : amount;
}
