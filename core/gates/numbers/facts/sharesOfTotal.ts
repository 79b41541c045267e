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

/** Of fewer nobody knows which one is wrong. */
const fewest = 4;
/** Shares that are rounded so that they make 100 may be a point off. */
const mostRounding = 1;
const mostWrong = 1 / 3;

export function sharesOfTotalInDiagram(facts: DiagramFacts): readonly Relation[] {
  return readBranches(facts).flatMap(({ title, groups, nodes }) =>
    [groups, nodes].flatMap((items) => relateShares(items, facts.text, title)),
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

/** What the percentages are of: told by the title over the parts, else what most of them say. */
interface Whole {
  readonly value: number;
  /** How many parts have to agree before another is said to be wrong. */
  readonly fewest: number;
}

function relateShares(items: readonly Item[], text: string, title?: Item): readonly Relation[] {
  const parts = items.flatMap((item) => (isTotalLabel(item.name) ? [] : (readPart(item) ?? [])));
  const [first] = parts;
  if (first === undefined || parts.length < 2) return [];
  const judged = parts.flatMap(({ amount, share }) => {
    const inUnit = addUp([amount], first.amount.unit)?.value;
    return inUnit === undefined ? [] : [{ amount, share, inUnit }];
  });
  if (judged.length < parts.length) return [];
  for (const whole of wholesOf(judged, first.amount, title)) {
    const wrong = judged.filter((part) => !isShare(part, whole));
    const isKnown = judged.length - wrong.length >= whole.fewest && wrong.length <= mostWrong * judged.length;
    if (isKnown) return judged.map((part) => relate(part, whole, text));
  }
  return [];
}

interface Judged extends Part {
  /** The amount in the unit of the first part's. */
  readonly inUnit: number;
}

function wholesOf(parts: readonly Judged[], like: Quantity, title: Item | undefined): readonly Whole[] {
  const [told, other] = title?.amounts.filter(({ unit }) => unit.dimension === 'currency') ?? [];
  const stated = told === undefined || other !== undefined ? undefined : addUp([told], like.unit)?.value;
  // The larger a share, the closer it tells what it is of.
  const closest = [...parts].sort((a, b) => b.share.value - a.share.value).slice(0, 3);
  const implied = closest.map(({ inUnit, share }) => (100 * inUnit) / share.value);
  return [
    ...(stated === undefined ? [] : [{ value: stated, fewest: 2 }]),
    ...(parts.length < fewest ? [] : implied.map((value) => ({ value, fewest: fewest - 1 }))),
  ].filter(({ value }) => value > 0);
}

function relate(part: Judged, whole: Whole, text: string): Relation {
  const { amount, share } = part;
  const percent = Number(percentOf(part, whole).toFixed(1));
  return {
    claim: share,
    parts: [amount],
    contradiction: isShare(part, whole)
      ? undefined
      : {
          message: `${quote(text, amount)} is ${percent} % of what the others are shares of, the page says ${quote(text, share)}: correct whichever is wrong.`,
          span: share.span,
          related: [{ span: amount.span, message: 'The amount' }],
        },
  };
}

const percentOf = ({ inUnit }: Judged, { value }: Whole): number => (100 * inUnit) / value;

function isShare(part: Judged, whole: Whole): boolean {
  const { share, amount } = part;
  const percent = percentOf(part, whole);
  const rounding = (percent * amount.precision) / Math.abs(amount.value || 1);
  return Math.abs(share.value - percent) <= mostRounding + share.precision + rounding;
}

/** "43%" alone, in brackets or at the end of its line; "40% traffic" is of something else. */
const ofAmount = /\d[ \t]?%[ \t]*(?:[)\]]|$)/;

/** The one amount of money of an item and the one percentage. */
function readPart({ amounts }: Item): Part | undefined {
  const money = amounts.filter(({ unit }) => unit.dimension === 'currency');
  const percents = amounts.filter(({ unit }) => unit.dimension === 'percent');
  const [amount, share] = [money[0], percents[0]];
  if (amount === undefined || share === undefined || money.length > 1 || percents.length > 1) return undefined;
  const isPlain = ({ sign, value, high, atMost, atLeast }: Quantity): boolean =>
    sign === undefined && value === high && !atMost && !atLeast;
  const isIts = isPlain(amount) && isPlain(share) && share.value > 0 && share.value < 100 && ofAmount.test(share.line);
  return isIts ? { amount, share } : undefined;
}
