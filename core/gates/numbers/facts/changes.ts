/** Where a page writes a change beside the two amounts it is between: on one line, and in rows of tables. */
import type { DocumentModel } from '../../../document/model.ts';
import type { Quantity } from '../../../quantities/model.ts';
import { changeWords, looseWords, relateChange } from './growth.ts';
import type { Item } from './item.ts';
import type { Passage } from './passages.ts';
import { placeQuantity } from './passages.ts';
import type { Relation } from './relation.ts';
import { readTables } from './tables.ts';
import type { ReadTable } from './tables.ts';

const arrow = /^\s*(?:→|⟶|➜|->|=>|to)\s*[~≈]?\s*$/;
const opening = /^\s*[,:;=(–—-]{0,2}\s*(?:an?\s+)?$/;
/** The words and the bracket between a change and the amounts it is between. */
const opened = /^(?:[ ][A-Za-z-]{1,20}){1,4}[ ]?\((?:from[ ])?$/;
const told = /^(?:[ ][A-Za-z-]{1,20}){0,3},?[ ]from[ ]$/;
const ended = /^\s*(?:[.,;)|"]|$|[-–—]\s)/;
/** Nothing but words up to the bracket's end: "(30s → 3s end-to-end)", not "(30s → 3s → 1s)". */
const closed = /^[^()\d→>\n]{0,40}\)/;

/** "180ms → 12ms (93% faster)", "93% faster (180ms → 12ms)". */
export function changesOnLines(source: string, passages: readonly Passage[]): readonly Relation[] {
  return passages.flatMap((passage) =>
    passage.quantities.flatMap((label, index) => {
      const isMeant = isChange(label) && (saysChange(passage.text, label) || isToldFrom(passage, index));
      const pair = isMeant ? amountsBeside(passage, index) : undefined;
      if (pair === undefined) return [];
      const [from, to] = pair.map((amount) => placeQuantity(amount, passage));
      if (from === undefined || to === undefined) return [];
      const isLoose = looseWords.test(wordsBehind(passage.text, label));
      return relateChange({ text: source, from, to, label: placeQuantity(label, passage), isLoose }) ?? [];
    }),
  );
}

/** The two amounts that an arrow joins, in front of the change or in brackets behind it. */
function amountsBeside({ text, quantities }: Passage, index: number): readonly Quantity[] | undefined {
  const label = quantities[index];
  const joined = (from: Quantity | undefined, to: Quantity | undefined): readonly Quantity[] | undefined => {
    if (from === undefined || to === undefined || !arrow.test(between(text, from, to))) return undefined;
    const before = text.slice(Math.max(0, from.span.start - 4), from.span.start);
    return /(?:→|->|=>)\s*$/.test(before) ? undefined : [from, to];
  };
  const [from, to] = [quantities[index - 2], quantities[index - 1]];
  if (label !== undefined && to !== undefined && opening.test(between(text, to, label))) return joined(from, to);
  const [first, second] = [quantities[index + 1], quantities[index + 2]];
  if (label === undefined || first === undefined || second === undefined) return undefined;
  const isInBrackets = opened.test(between(text, label, first)) && closed.test(text.slice(second.span.end));
  return isInBrackets || isToldFrom({ text, quantities }, index) ? joined(first, second) : undefined;
}

/** "3x from 10K RPS to 50K RPS" */
function isToldFrom({ text, quantities }: Pick<Passage, 'text' | 'quantities'>, index: number): boolean {
  const [label, first, second] = quantities.slice(index, index + 3);
  if (label === undefined || first === undefined || second === undefined) return false;
  return told.test(between(text, label, first)) && ended.test(text.slice(second.span.end, second.span.end + 8));
}

const between = (text: string, left: Quantity, right: Quantity): string =>
  text.slice(left.span.end, Math.min(right.span.start, left.span.end + 60));

export const isChange = ({ unit }: Quantity): boolean =>
  (unit.dimension === 'percent' || unit.dimension === 'factor') && unit.per.length === 0 && unit.period === undefined;

/** A sign says it, or a word next to it. */
function saysChange(text: string, label: Quantity): boolean {
  return label.sign !== undefined || changeWords.test(wordsBehind(text, label));
}

const wordsBehind = (text: string, { span }: Quantity): string =>
  text.slice(span.end, span.end + 24).split(/[,;.)\n]/, 1)[0] ?? '';

const changeHeader =
  /\b(?:improvement|change|delta|growth|reduction|increase|decrease|difference|savings?|speedup|gain)\b/i;
/** Compared with something else than the columns beside it. */
const elsewhere = /\b(?:yoy|mom|year|annual(?:ly)?|month(?:ly)?|vs\.?|versus|baseline|than|roi|target|within|per)\b/i;

export function changesInTables(model: DocumentModel): readonly Relation[] {
  return readTables(model).flatMap((table) =>
    table.header.flatMap((_, column) => changesInColumn(model.text, table, column)),
  );
}

const comparison = /\b(?:before|after|old|new|previous|current|now|baseline|today|legacy|optimi[sz]ed|pre|post)\b/i;

/** In wider tables nobody compares columns. */
const mostColumns = 50;

/** Where nothing else says that two columns are compared, one row at least must bear the changes out. */
function changesInColumn(text: string, { header, rows }: ReadTable, column: number): readonly Relation[] {
  const relations = rows.flatMap((row) => {
    const cell = row[column];
    return (cell && changeOfCell(text, header, row, cell, column)) ?? [];
  });
  const isCompared = header.some(({ words }) => comparison.test(words));
  return isCompared || relations.some(({ contradiction }) => contradiction === undefined) ? relations : [];
}

function changeOfCell(
  text: string,
  header: readonly Item[],
  row: readonly Item[],
  cell: Item,
  column: number,
): Relation | undefined {
  const [label, ...others] = cell.amounts.filter(isChange);
  const [value] = cell.amounts;
  if (label === undefined || value === undefined || others.length > 0 || column > mostColumns) return undefined;
  if (elsewhere.test(cell.words)) return undefined;
  const columns = row.slice(1, column).map((before, index) => ({ before, header: header[index + 1] }));
  return value === label
    ? changeInOwnColumn(text, columns, header[column], cell, label)
    : changeBehindValue(text, columns, value, label);
}

interface Column {
  readonly before: Item;
  readonly header: Item | undefined;
}

/** "Before | after | change": a column of its own behind the two it compares. */
function changeInOwnColumn(
  text: string,
  columns: readonly Column[],
  header: Item | undefined,
  cell: Item,
  label: Quantity,
): Relation | undefined {
  const [from, to] = columns.map(({ before }) => valueOf(before));
  const title = header?.words ?? '';
  const isMeant = changeHeader.test(title) || label.sign !== undefined || changeWords.test(cell.words);
  const isOther = columns.some(
    (each) => changeHeader.test(each.header?.words ?? '') || changeWords.test(each.before.words),
  );
  if (!isMeant || isOther || elsewhere.test(title) || columns.length !== 2 || from === undefined || to === undefined)
    return undefined;
  const isLoose = looseWords.test(`${title} ${cell.words}`);
  return relateChange({ text, from, to, label, isLoose });
}

/** "$156M | $67M (-57%)": behind the amount, against the first column or the one in front. */
function changeBehindValue(
  text: string,
  columns: readonly Column[],
  value: Quantity,
  label: Quantity,
): Relation | undefined {
  const bases = [columns[0], columns.at(-1)].map((column) => column && valueOf(column.before));
  if (label.sign === undefined) return undefined;
  const related = bases.map((from) => from && relateChange({ text, from, to: value, label, isLoose: false }));
  const holding = related.find((relation) => relation !== undefined && relation.contradiction === undefined);
  return holding ?? (related.includes(undefined) ? undefined : related[0]);
}

/** A cell's one amount; a change written behind it does not count. */
function valueOf({ amounts }: Item): Quantity | undefined {
  return amounts.slice(1).every(isChange) ? amounts[0] : undefined;
}
