/** A price for one, how many there are, and what they cost together, told by one label, list item or row. */
import type { DocumentModel } from '../../../document/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import type { Period } from '../../../quantities/model.ts';
import { secondsPer } from '../../../quantities/units.ts';
import { writeQuantity } from '../../../quantities/write.ts';
import type { Amount, Item } from './item.ts';
import { readItem } from './item.ts';
import { isProduct, multiply, valueIn } from './multiply.ts';
import type { Relation } from './relation.ts';
import { quote, replaceValue } from './report.ts';
import { readListItems } from './runs.ts';
import { readTables } from './tables.ts';

export function unitPricesInDiagram({ text, symbols }: DiagramFacts): readonly Relation[] {
  return (symbols?.nodes ?? []).flatMap(({ label }) =>
    label === undefined ? [] : relatePrice(text, readItem(text, label.span).amounts),
  );
}

export function unitPricesInDocument(model: DocumentModel): readonly Relation[] {
  const rows = readTables(model).flatMap((table) => table.rows.map(joinCells));
  return [...readListItems(model), ...rows].flatMap(({ amounts }) => relatePrice(model.text, amounts));
}

function joinCells(cells: readonly Item[]): Pick<Item, 'amounts'> {
  return { amounts: cells.flatMap(({ amounts }) => amounts) };
}

/** Where the total, the price and the number are one each; whatever more is told makes it unclear which are meant. */
export function relatePrice(text: string, amounts: readonly Amount[]): readonly Relation[] {
  const money = amounts.filter(({ unit }) => unit.dimension === 'currency');
  const isPrice = (amount: Amount): boolean => amount.unit.per.length > 0 || isSalary(amount);
  const prices = money.filter(isPrice);
  const totals = money.filter((amount) => !isPrice(amount));
  const [price] = prices;
  const [claim] = totals;
  if (price === undefined || claim === undefined || prices.length > 1 || totals.length > 1) return [];
  const counts = amounts.filter((amount) => isNumberOf(amount, price));
  const [count] = counts;
  if (count === undefined || counts.length > 1) return [];
  const product = multiply([price, count]);
  const value = product && valueIn(product, claim);
  if (product === undefined || value === undefined) return [];
  const parts = [count, price];
  // A total without a period may be that of any: "1.1B users, $0.18/user/month, $2.3B".
  const candidates = claim.unit.period === undefined ? inAnyPeriod(value, product.period) : [value];
  if (candidates.some((each) => isProduct(claim, each, product.slack)))
    return [{ claim, parts, contradiction: undefined }];
  const nearest = candidates.reduce((best, each) => (distance(each, claim) < distance(best, claim) ? each : best));
  const said = writeQuantity(text, claim, nearest);
  return [
    {
      claim,
      parts,
      contradiction: {
        message: `${quote(text, count)} at ${quote(text, price)} is ${said}, the page says ${quote(text, claim)}: correct whichever is wrong.`,
        span: claim.span,
        fixes: [replaceValue(text, 'Replace the total with the product', claim, nearest)],
        related: parts.map((part) => ({ span: part.span, message: 'One of the factors' })),
      },
    },
  ];
}

/** A total without a period may be that of any: "1.1B users, $0.18/user/month, $2.3B". */
function inAnyPeriod(value: number, period: Period | undefined): readonly number[] {
  if (period === undefined) return [value];
  return [period, 'day' as const, 'month' as const, 'year' as const].map(
    (each) => (value * secondsPer[each]) / secondsPer[period],
  );
}

/** "$180K average salary": what one of the people costs in a year. */
const isSalary = ({ line, unit }: Amount): boolean =>
  salary.test(line) && (unit.period === undefined || unit.period === 'year');
const salary = /\baverage[ ](?:salary|pay|wage|(?:total[ ])?comp(?:ensation)?)\b/i;
const people: ReadonlySet<string> = new Set(
  'engineer employee person people developer agent operator analyst specialist technician moderator staff'.split(' '),
);

const distance = (value: number, { value: claimed }: Amount): number => Math.abs(Math.log(Math.abs(value / claimed)));

/** Whether `count` says of how many the price is: the same noun, bytes under a price per TB, or a bare "× 120". */
function isNumberOf(count: Amount, price: Amount): boolean {
  const { unit, isFactor } = count;
  const { per } = price.unit;
  if (isSalary(price)) return unit.dimension === 'count' && unit.per.length === 0 && people.has(unit.name);
  // What a line can carry is not what it does carry.
  if (unit.dimension === 'bytes' && unit.period === 'second') return false;
  if (unit.dimension === 'bytes') return per.some((each) => /^[kmgtpe]i?b$/.test(each));
  if (unit.dimension !== 'count' || unit.per.length > 0 || unit.period !== undefined) return false;
  return (
    per.includes(unit.name) ||
    (isFactor && !per.some((each) => /^[kmgtpe]i?b$/.test(each)) && (unit.name === '' || per.includes('each')))
  );
}
