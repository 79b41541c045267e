/** The columns and rows of a page's tables as groups of items. */
import type { TableBlock, TableRow } from '../../../document/model.ts';
import { readCell, readItem } from './item.ts';
import type { Item } from './item.ts';

/** A table with every cell read once. */
export interface ReadTable {
  readonly header: readonly Item[];
  readonly rows: readonly (readonly Item[])[];
}

export function readTable(text: string, table: TableBlock): ReadTable {
  const read = (row: TableRow, reader: typeof readCell): readonly Item[] =>
    row.cells.map(({ span }) => reader(text, span));
  return { header: read(table.header, readItem), rows: table.rows.map((row) => read(row, readCell)) };
}
