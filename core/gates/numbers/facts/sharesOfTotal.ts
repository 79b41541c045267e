/** Amounts that stand side by side, each with the percentage it is of their total: "$28M (43%)" of $65M. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readBranches } from './branches.ts';
import type { Amount, Item } from './item.ts';
import type { Relation } from './relation.ts';
import { quote } from './report.ts';
import { readRunsOfDocument } from './runs.ts';
import { addUp } from './sum.ts';
import { readTables } from './tables.ts';
import { isTotalLabel } from './words.ts';

const fewest = 3;
/** Shares that are rounded so that they make 100 may be a point off. */
const mostRounding = 1;
const mostWrong = 1 / 3;

export function sharesOfTotalInDiagram(facts: DiagramFacts): readonly Relation[] {
  return readBranches(facts).flatMap(({ groups, nodes }) =>
    [groups, nodes].flatMap((items) => relateShares(items, facts.text)),
  );
}

export function sharesOfTotalInDocument(model: DocumentModel): readonly Relation[] {
  const lists = readRunsOfDocument(model).map(({ items }) => items);
  const tables = readTables(model).map(({ rows }) => rows.flatMap((row) => joinCells(row) ?? []));
  return [...lists, ...tables].flatMap((items) => relateShares(items, model.text));
}

/** A row as one item: what its first cell names, with the amounts of the others. */
function joinCells([first, ...others]: readonly Item[]): Item | undefined {
  return first && { ...first, amounts: others.flatMap(({ amounts }) => amounts) };
}

interface Part {
  readonly amount: Amount;
  readonly share: Amount;
}

function relateShares(items: readonly Item[], text: string): readonly Relation[] {
  const parts = items.flatMap((item) => (isTotalLabel(item.name) ? [] : (readPart(item) ?? [])));
  const [first] = parts;
  if (first === undefined || parts.length < fewest) return [];
  const amounts = parts.map(({ amount }) => amount);
  const total = addUp(amounts, first.amount.unit);
  if (total === undefined || total.value <= 0) return [];
  const judged = parts.map((part) => ({ ...part, percent: percentOf(part.amount, total.value, first.amount) }));
  const wrong = judged.filter(({ share, amount, percent }) => !isShare(share, amount, percent));
  if (wrong.length > mostWrong * parts.length || parts.length - wrong.length < fewest) return [];
  return judged.map(({ amount, share, percent }) => ({
    claim: share,
    parts: amounts,
    contradiction: isShare(share, amount, percent)
      ? undefined
      : {
          message: `${quote(text, amount)} is ${Number(percent.toFixed(1))} % of what stands side by side, the page says ${quote(text, share)}: correct whichever is wrong.`,
          span: share.span,
          related: [{ span: amount.span, message: 'The amount' }],
        },
  }));
}

/** The one amount of money of an item and the one percentage. */
function readPart({ amounts }: Item): Part | undefined {
  const money = amounts.filter(({ unit }) => unit.dimension === 'currency');
  const percents = amounts.filter(({ unit }) => unit.dimension === 'percent');
  const [amount, share] = [money[0], percents[0]];
  if (amount === undefined || share === undefined || money.length > 1 || percents.length > 1) return undefined;
  const isPlain = ({ sign, value, high, atMost, atLeast }: Quantity): boolean =>
    sign === undefined && value === high && !atMost && !atLeast;
  return isPlain(amount) && isPlain(share) && share.value < 100 ? { amount, share } : undefined;
}

/** `total` is told in the unit of `like`. */
function percentOf(amount: Quantity, total: number, like: Quantity): number {
  const inUnit = addUp([amount], like.unit)?.value ?? Number.NaN;
  return (100 * inUnit) / total;
}

function isShare(share: Quantity, amount: Quantity, percent: number): boolean {
  const rounding = (percent * amount.precision) / Math.abs(amount.value || 1);
  return Math.abs(share.value - percent) <= mostRounding + share.precision + rounding;
}
