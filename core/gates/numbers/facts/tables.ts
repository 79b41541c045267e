/** The tables of a page with every cell read once. */
import type { DocumentModel, TableRow } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import { readCell, readItem } from './item.ts';
import type { Item } from './item.ts';

export interface ReadTable {
  readonly header: readonly Item[];
  readonly rows: readonly (readonly Item[])[];
}

export const readTables: (model: DocumentModel) => readonly ReadTable[] = remember(({ text, blocks }) => {
  const read = (row: TableRow, reader: typeof readCell): readonly Item[] =>
    row.cells.map(({ span }) => reader(text, span));
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [{ header: read(block.header, readItem), rows: block.rows.map((row) => read(row, readCell)) }]
      : [],
  );
});
