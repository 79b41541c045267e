/** Columns of a table of which one follows from two others in nearly every row, and the rows in which it does not. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { Item } from './item.ts';
import type { Relation } from './relation.ts';
import { quote, writeAmount } from './report.ts';
import { readTables } from './tables.ts';

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

export function columnFormulas(model: DocumentModel): readonly Relation[] {
  return readTables(model).flatMap(({ header, rows }) => {
    const columns = header.map(({ text }, index) => ({ name: text, cells: rows.map((row) => figureOf(row[index])) }));
    const across = rows.map((row) => ({ name: row[0]?.words ?? '', cells: row.slice(1).map(figureOf) }));
    const found = formulasOf(columns.slice(1), model.text);
    return found.length > 0 ? found : formulasOf(across, model.text);
  });
}

/** A cell's one figure; ranges, changes and cells with several say nothing. */
function figureOf(item: Item | undefined): Quantity | undefined {
  const [figure, other] = item?.amounts ?? [];
  if (figure === undefined || other !== undefined || figure.value !== figure.high) return undefined;
  return figure.sign === '+' || figure.atMost || figure.value === 0 ? undefined : figure;
}

const factors = [1, 12, 1 / 12, 1000, 1 / 1000, 1e6, 1e-6, 100, 0.01];
const operations: readonly Operation[] = [
  { sign: '+', by: 1 },
  ...factors.map((by) => ({ sign: '×' as const, by })),
];

function formulasOf(all: readonly Series[], text: string): readonly Relation[] {
  const series = all.filter(({ cells }) => cells.filter((cell) => cell !== undefined).length >= fewestCases);
  if (series.length < 3 || series.length > mostSeries || (series[0]?.cells.length ?? 0) > mostCells) return [];
  const taken = new Set<Series>();
  const relations: Relation[] = [];
  for (const result of series) {
    for (const [index, left] of series.entries()) {
      for (const right of series.slice(index + 1)) {
        if ([result, left, right].some((each) => taken.has(each)) || left === result || right === result) continue;
        const found = operations.map((operation) => relate(operation, left, right, result, text)).find((each) => each.length > 0);
        if (found === undefined) continue;
        taken.add(result);
        relations.push(...found);
      }
    }
  }
  return relations;
}

/** The chance that a formula holds in all these rows though it means nothing. */
const mostChance = 1e-5;
const mostWrong = 0.25;

interface Case {
  readonly left: Quantity;
  readonly right: Quantity;
  readonly result: Quantity;
  readonly value: number;
  readonly tolerance: number;
}

function relate(operation: Operation, left: Series, right: Series, result: Series, text: string): readonly Relation[] {
  const cases = casesOf(operation, left, right, result);
  const holding = cases.filter(holds);
  const wrong = cases.filter((each) => !holds(each));
  if (holding.length < fewestCases || wrong.length > Math.max(1, mostWrong * holding.length)) return [];
  const chance = holding.reduce((product, each) => product * chanceOf(each), 1);
  const isVaried = new Set(holding.map(({ result: { value } }) => value)).size >= fewestCases;
  if (chance > mostChance * (operation.by === 1 ? 1 : 0.01) || !isVaried) return [];
  return cases.map((each) => ({
    claim: each.result,
    parts: [each.left, each.right],
    contradiction: holds(each) || !isClear(each) ? undefined : describe(operation, each, left, right, result, text),
  }));
}

function casesOf({ sign, by }: Operation, left: Series, right: Series, result: Series): readonly Case[] {
  return result.cells.flatMap((claim, row) => {
    const [one, other] = [left.cells[row], right.cells[row]];
    if (claim === undefined || one === undefined || other === undefined) return [];
    if (sign === '+' && !areAlike([one, other, claim])) return [];
    const value = sign === '+' ? one.value + other.value : one.value * other.value * by;
    const rounding =
      sign === '+'
        ? one.precision + other.precision
        : (one.precision * Math.abs(other.value) + other.precision * Math.abs(one.value)) * by;
    const slack = [one, other, claim].some(({ approximate, atLeast }) => approximate || atLeast) ? 0.1 * Math.abs(value) : 0;
    return [{ left: one, right: other, result: claim, value, tolerance: rounding + claim.precision + slack }];
  });
}

const areAlike = ([first, ...others]: readonly Quantity[]): boolean =>
  others.every(({ unit }) => unit.dimension === first?.unit.dimension && unit.scale === first.unit.scale);

const holds = ({ value, result, tolerance }: Case): boolean => Math.abs(value - result.value) <= tolerance * 1.0001;
const isClear = ({ value, result, tolerance }: Case): boolean =>
  Math.abs(value - result.value) > 1.5 * tolerance + 0.02 * Math.abs(value);
const chanceOf = ({ result, tolerance }: Case): number => Math.min(1, (2 * tolerance) / Math.abs(result.value));

function describe(operation: Operation, each: Case, left: Series, right: Series, result: Series, text: string): Relation['contradiction'] {
  const right1 = writeAmount(text, each.result, each.value);
  return {
    message: `${left.name} ${operation.sign} ${right.name} is ${result.name} in the other rows: here it would be ${right1}, the table says ${quote(text, each.result)}. Correct whichever is wrong.`,
    span: each.result.span,
    related: [each.left, each.right].map(({ span }) => ({ span, message: 'One of the two it follows from' })),
  };
}
