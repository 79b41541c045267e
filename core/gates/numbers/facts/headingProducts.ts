/** A heading's amount over a list that tells how many there are ("25,000 × GPUs") and what one costs ("$6,000 per GPU"). */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { readItem } from './item.ts';
import type { Amount, Item } from './item.ts';
import { isProduct, multiply, valueIn } from './multiply.ts';
import { inPeriod } from './parts.ts';
import type { Relation } from './relation.ts';
import { quote, writeAmount } from './report.ts';

/** Lists may tell anything; on a page where this many come out, they mean this. */
const fewestHolding = 2;

export function headingProducts(model: DocumentModel): readonly Relation[] {
  const relations = sectionsOf(model).flatMap(({ claim, items }) => {
    const counts = items.flatMap(countOf);
    const prices = items.flatMap(priceOf);
    const [count, otherCount] = counts;
    const [price, otherPrice] = prices;
    if (count === undefined || price === undefined || otherCount !== undefined || otherPrice !== undefined) return [];
    return relate(model.text, claim, count, price) ?? [];
  });
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  const isMeant = holding >= fewestHolding && holding * 2 >= relations.length;
  // With one less nothing could be said of any.
  return isMeant && relations.length > fewestHolding ? relations : [];
}

/** A heading with one amount of money, and the list items below it. */
function sectionsOf({ text, blocks }: DocumentModel): readonly { readonly claim: Quantity; readonly items: Item[] }[] {
  const sections: { claim: Quantity; items: Item[] }[] = [];
  let open: (typeof sections)[number] | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const heading = readItem(text, block.content);
      const [claim, other] = heading.amounts.filter(({ unit }) => unit.dimension === 'currency');
      const isOne = claim !== undefined && other === undefined && claim.unit.per.length === 0;
      open = isOne ? { claim: inPeriod(claim, heading.text), items: [] } : undefined;
      if (open !== undefined) sections.push(open);
    } else if (open !== undefined && block.kind === 'text' && block.container === 'list-item') {
      open.items.push(readItem(text, block.lines[0] ?? block.span));
    }
  }
  return sections;
}

/** "Hardware: 25,000 × A100": the first figure of an item, with a multiplication sign behind it. */
function countOf({ amounts, text }: Item): readonly Amount[] {
  const [count] = amounts;
  const isCount = count?.unit.dimension === 'count' && count.unit.name === '' && count.isFactor;
  return isCount && /^[^\d]*[\d,.]+[KMB]?\s?[×✕]/.test(text) ? [count] : [];
}

/** "Monthly rate: $6,000 per GPU ($48,000 per instance)": the first price of an item. */
function priceOf({ amounts, text }: Item): readonly Amount[] {
  const [price] = amounts;
  const isPrice = price?.unit.dimension === 'currency' && price.unit.per.length > 0;
  return isPrice && /^[^:]*\b(?:rate|cost|price)\b[^:]*:/i.test(text) ? [inPeriod(price, text)] : [];
}

function relate(text: string, claim: Quantity, count: Amount, price: Amount): Relation | undefined {
  const product = multiply([count, price]);
  const value = product && valueIn(product, claim);
  if (product === undefined || value === undefined || claim.unit.period !== price.unit.period) return undefined;
  const parts = [count, price];
  if (isProduct(claim, value, product.slack)) return { claim, parts, contradiction: undefined };
  return {
    claim,
    parts,
    contradiction: {
      message: `${quote(text, count)} at ${quote(text, price)} is ${writeAmount(text, claim, value)}, the heading says ${quote(text, claim)}: correct whichever is wrong.`,
      span: claim.span,
      related: parts.map(({ span }) => ({ span, message: 'One of the factors' })),
    },
  };
}
