/** Columns of a table of which one follows from two others in nearly every row, and the rows in which it does not. */
import type { DocumentModel } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { Item } from './item.ts';
import type { Relation } from './relation.ts';
import { quote, writeAmount } from './report.ts';
import { readTables } from './tables.ts';
import { isTotalLabel } from './words.ts';

/** A column, or a row of a table that lies on its side. */
interface Series {
  readonly name: string;
  readonly cells: readonly (Quantity | undefined)[];
}

interface Operation {
  readonly sign: '+' | '×';
  /** What the result is multiplied by: months and years, thousands. */
  readonly by: number;
}

/** More columns than this, and nobody reckons with them. */
const mostSeries = 10;
const mostCells = 60;
const fewestCases = 3;

interface Formula {
  readonly sign: Operation['sign'];
  readonly relations: readonly Relation[];
}

/** "Net = revenue - cost", whichever of the three the table names first. */
export const columnSums = (model: DocumentModel): readonly Relation[] => relationsOf(model, '+');
/** "Cost per user = cost / users". */
export const columnProducts = (model: DocumentModel): readonly Relation[] => relationsOf(model, '×');

const relationsOf = (model: DocumentModel, wanted: Operation['sign']): readonly Relation[] =>
  readFormulas(model).flatMap(({ sign, relations }) => (sign === wanted ? relations : []));

const readFormulas = remember((model: DocumentModel): readonly Formula[] =>
  readTables(model).flatMap(({ header, rows }) => {
    // A total of rates or prices follows from nothing in its own row.
    const parts = rows.filter(([label]) => !isTotalLabel(label?.words ?? ''));
    const columns = header.map(({ text }, index) => ({ name: text, cells: parts.map((row) => figureOf(row[index])) }));
    const across = rows.map((row) => ({ name: row[0]?.words ?? '', cells: row.slice(1).map(figureOf) }));
    const found = formulasOf(columns.slice(1), model.text);
    return found.length > 0 ? found : formulasOf(across, model.text);
  }),
);

/** A cell's one figure; ranges, changes and cells with several say nothing. */
function figureOf(item: Item | undefined): Quantity | undefined {
  const [figure, other] = item?.amounts ?? [];
  if (figure === undefined || other !== undefined || figure.value !== figure.high) return undefined;
  return figure.sign === '+' || figure.atMost || figure.value === 0 ? undefined : figure;
}

const factors = [1, 12, 1 / 12, 1000, 1 / 1000, 1e6, 1e-6, 100, 0.01];
const operations: readonly Operation[] = [{ sign: '+', by: 1 }, ...factors.map((by) => ({ sign: '×' as const, by }))];

function formulasOf(all: readonly Series[], text: string): readonly Formula[] {
  const series = all.filter(({ cells }) => cells.filter((cell) => cell !== undefined).length >= fewestCases);
  if (series.length < 3 || series.length > mostSeries || (series[0]?.cells.length ?? 0) > mostCells) return [];
  // A figure follows from others once.
  const taken = new Set<Series>();
  return triplesOf(series).flatMap((triple) => {
    if (triple.some((each) => taken.has(each))) return [];
    for (const operation of operations) {
      // What is named a total is checked as one.
      if (operation.sign === '+' && isTotalLabel(triple[2].name)) continue;
      const relations = relate(operation, triple, text);
      if (relations.length === 0) continue;
      taken.add(triple[2]);
      return [{ sign: operation.sign, relations }];
    }
    return [];
  });
}

/** Two series and a third that may follow from them. */
type Triple = readonly [left: Series, right: Series, result: Series];

function triplesOf(series: readonly Series[]): readonly Triple[] {
  return series.flatMap((result) =>
    series.flatMap((left, index) =>
      left === result
        ? []
        : series.slice(index + 1).flatMap((right): Triple[] => (right === result ? [] : [[left, right, result]])),
    ),
  );
}

/** The chance that a formula holds in all these rows though it means nothing: larger where the units bear it out. */
function mostChanceOf({ sign, by }: Operation, [first]: readonly Case[]): number {
  if (by !== 1 || first === undefined) return 1e-7;
  const isMoney = ({ unit }: Quantity): boolean => unit.dimension === 'currency';
  const isBorneOut = isMoney(first.result) && (sign === '+' || isMoney(first.left) !== isMoney(first.right));
  return isBorneOut ? 1e-3 : 1e-5;
}

/** How far "about" and "+" reach. */
const looseness = 0.1;

interface Case {
  readonly left: Quantity;
  readonly right: Quantity;
  readonly result: Quantity;
  readonly value: number;
  readonly tolerance: number;
}

function relate(operation: Operation, triple: Triple, text: string): readonly Relation[] {
  const cases = casesOf(operation, triple);
  const holding = cases.filter(holds);
  if (cases.length <= fewestCases || holding.length < fewestCases) return [];
  // Without any one row the formula has to be as certain, or nobody could say that the one is wrong.
  const chances = holding.map(chanceOf).sort((a, b) => a - b);
  const spare = cases.length === holding.length ? 1 : 0;
  const chance = chances.slice(spare).reduce((product, each) => product * each, 1);
  const isVaried = new Set(holding.map(({ result: { value } }) => value)).size >= fewestCases;
  if (chance > mostChanceOf(operation, holding) || !isVaried) return [];
  return cases.map((each) => ({
    claim: each.result,
    parts: [each.left, each.right],
    contradiction: holds(each) || !isClear(each) ? undefined : describe(operation, each, triple, text),
  }));
}

/** The rows with three figures; none where too many do not come out. */
function casesOf(operation: Operation, [left, right, result]: Triple): readonly Case[] {
  const mostWrong = Math.max(1, Math.floor(result.cells.length / 5));
  const cases: Case[] = [];
  let wrong = 0;
  for (const [row, claim] of result.cells.entries()) {
    const [one, other] = [left.cells[row], right.cells[row]];
    if (claim === undefined || one === undefined || other === undefined) continue;
    if (operation.sign === '+' && !areAlike([one, other, claim])) return [];
    const found = reckon(operation, one, other, claim);
    wrong += holds(found) ? 0 : 1;
    if (wrong > mostWrong) return [];
    cases.push(found);
  }
  return cases;
}

function reckon({ sign, by }: Operation, left: Quantity, right: Quantity, result: Quantity): Case {
  const isSum = sign === '+';
  const value = isSum ? left.value + right.value : left.value * right.value * by;
  const rounding = isSum
    ? left.precision + right.precision
    : (left.precision * Math.abs(right.value) + right.precision * Math.abs(left.value)) * by;
  const isLoose = [left, right, result].some(({ approximate, atLeast }) => approximate || atLeast);
  const slack = isLoose ? looseness * Math.abs(value) : 0;
  return { left, right, result, value, tolerance: rounding + result.precision + slack };
}

const areAlike = ([first, ...others]: readonly Quantity[]): boolean =>
  others.every(({ unit }) => unit.dimension === first?.unit.dimension && unit.scale === first.unit.scale);

const holds = ({ value, result, tolerance }: Case): boolean => Math.abs(value - result.value) <= tolerance * 1.0001;
const isClear = ({ value, result, tolerance }: Case): boolean =>
  Math.abs(value - result.value) > 1.5 * tolerance + 0.02 * Math.abs(value);
const chanceOf = ({ result, tolerance }: Case): number => Math.min(1, (2 * tolerance) / Math.abs(result.value));

function describe(
  { sign, by }: Operation,
  each: Case,
  [left, right, result]: Triple,
  text: string,
): Relation['contradiction'] {
  const formula = `${left.name} ${sign} ${right.name}${by === 1 ? '' : ', converted,'} is ${result.name}`;
  return {
    message: `Elsewhere in the table ${formula}: here that is ${writeAmount(text, each.result, each.value)}, the table says ${quote(text, each.result)}. Correct whichever is wrong.`,
    span: each.result.span,
    related: [each.left, each.right].map(({ span }) => ({ span, message: 'One of the two it follows from' })),
  };
}
