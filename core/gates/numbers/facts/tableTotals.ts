/** The totals of tables: of each column in a row named so, and of each row in a column named so. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { Item } from './item.ts';
import type { Relation } from './relation.ts';
import { inPeriod } from './parts.ts';
import { isAlike } from './sum.ts';
import { readTables } from './tables.ts';
import type { ReadTable } from './tables.ts';
import { relateTotal } from './totalOf.ts';
import { isSumExpected } from './additive.ts';
import { isAdditiveLabel, isTotalLabel, kindsOf } from './words.ts';

export function totalsInTables(model: DocumentModel): readonly Relation[] {
  return readTables(model).flatMap((table) => [...relateColumns(model.text, table), ...relateRows(model.text, table)]);
}

const empty = /^[\s–—-]*$|^n\/?a$/i;

/** A row named total stands under its parts, or as the first row over them. */
function relateColumns(text: string, table: ReadTable): readonly Relation[] {
  const relations: Relation[] = [];
  const all: (readonly Item[])[] = [];
  let sinceTotal: (readonly Item[])[] = [];
  const totals: (readonly Item[])[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (!isTotalLabel(row[0]?.words ?? '')) {
      all.push(row);
      sinceTotal.push(row);
      continue;
    }
    const below = index === 0 ? table.rows.slice(1).filter((each) => !isTotalLabel(each[0]?.words ?? '')) : [];
    // Only a last total may sum up more than the rows since the one before.
    const earlier = index === table.rows.length - 1 ? [all, totals] : [];
    const candidates = [sinceTotal, ...earlier, below].filter((parts) => parts.length > 1);
    relations.push(...relateTotalRow(text, table, row, candidates));
    totals.push(row);
    sinceTotal = [];
  }
  return relations;
}

function relateTotalRow(
  text: string,
  table: ReadTable,
  totalRow: readonly Item[],
  candidates: readonly (readonly (readonly Item[])[])[],
): readonly Relation[] {
  const relateAll = (isBorneOut: (column: number) => boolean): readonly (Relation | undefined)[] =>
    totalRow.map((_, column) =>
      relateCell({ text, table, totalRow, candidates, column, isBorneOut: isBorneOut(column) }),
    );
  // That one column adds up says that the others are meant to.
  const holding = relateAll(() => false).map(
    (relation) => relation !== undefined && relation.contradiction === undefined,
  );
  return relateAll((column) => holding.some((holds, other) => holds && other !== column)).flatMap((each) => each ?? []);
}

interface TotalCell {
  readonly text: string;
  readonly table: ReadTable;
  readonly totalRow: readonly Item[];
  readonly candidates: readonly (readonly (readonly Item[])[])[];
  readonly column: number;
  readonly isBorneOut: boolean;
}

function relateCell({ text, table, totalRow, candidates, column, isBorneOut }: TotalCell): Relation | undefined {
  const label = totalRow[0]?.words ?? '';
  const header = table.header[column]?.words ?? '';
  const cell = totalRow[column];
  const claim = column === 0 ? undefined : cell && onlyAmount(cell);
  if (claim === undefined) return undefined;
  const related = candidates.flatMap((rows) => {
    const cells = rows.map((row) => row[column]);
    const parts = areSameKind(label, header, rows) ? gather(cells, claim, header) : undefined;
    if (parts === undefined) return [];
    const whole = inPeriod(claim, `${label} ${header}`);
    const total = { text, claim: whole, parts, partsName: 'rows', claimName: 'the total' };
    const context = { label: `${header} ${label}`, isBorneOut };
    return relateTotal(total, (sum) => isSumExpected(claim, parts, sum, context)) ?? [];
  });
  return related.find(({ contradiction }) => contradiction === undefined) ?? related[0];
}

/** A column named total holds the sum of the columns in front of it; where it does so in half of the rows, it is meant to in all. */
function relateRows(text: string, table: ReadTable): readonly Relation[] {
  const column = table.header.findIndex(({ words: header }, index) => index > 2 && isTotalLabel(header));
  const header = table.header[column]?.words ?? '';
  if (column === -1 || !isAdditiveLabel(header)) return [];
  const first = table.header.findIndex(({ words: each }, index) => index > 0 && isAdditiveLabel(each));
  const relations = table.rows.flatMap((row) => {
    const cell = row[column];
    const claim = cell && onlyAmount(cell);
    if (claim === undefined || claim.unit.dimension === 'percent') return [];
    const parts = gather(row.slice(first, column), claim, '');
    if (parts === undefined) return [];
    return relateTotal({ text, claim, parts, partsName: 'columns', claimName: 'the total' }) ?? [];
  });
  const holding = relations.filter(({ contradiction }) => contradiction === undefined).length;
  return holding * 2 >= relations.length && holding > 0 ? relations : [];
}

function onlyAmount({ amounts }: Item): Quantity | undefined {
  const [amount] = amounts;
  // "$67M (-57%)": the change in brackets is not the amount.
  return amount !== undefined && amounts.slice(1).every(({ unit }) => unit.dimension !== amount.unit.dimension)
    ? amount
    : undefined;
}

/** Each cell's amount in the unit of `claim`; undefined when a cell that is not empty has none, or has several. */
function gather(
  cells: readonly (Item | undefined)[],
  claim: Quantity,
  header: string,
): readonly Quantity[] | undefined {
  const figures: Quantity[] = [];
  for (const cell of cells) {
    if (cell === undefined || empty.test(cell.text)) continue;
    const alike = cell.amounts.filter(({ unit }) => isAlike(unit, claim.unit));
    const [figure] = alike;
    // Bare ranges ("1-3", "4-6") number things rather than count them.
    if (figure === undefined || alike.length > 1 || (figure.high > figure.value && figure.unit.name === ''))
      return undefined;
    figures.push(inPeriod(figure, header));
  }
  return figures;
}

/** "Total savings" under rows of costs is no sum of theirs. */
function areSameKind(label: string, header: string, rows: readonly (readonly Item[])[]): boolean {
  const wanted = kindsOf(label) & ~kindsOf(header);
  return rows.every((row) => {
    const kinds = kindsOf(row[0]?.words ?? '');
    return kinds === 0 || (kinds & wanted) === wanted;
  });
}
