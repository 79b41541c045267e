/** Turns a table that markdown-it has just read into a block with the place of every cell. */
import type { StateBlock } from 'markdown-it';
import { contentStart, lineEnd, spanOfLines } from './blockLines.ts';
import { keepForLinks } from './collector.ts';
import type { BlockCollector } from './collector.ts';
import type { TableCell, TableRow } from './model.ts';
import type { LeafReader } from './placingState.ts';
import { splitRow } from './tableRows.ts';

export const readTable: LeafReader = (state, first) => {
  const { collector } = state;
  const header = readRow(state, first, undefined, collector);
  const rows: TableRow[] = [];
  for (let line = first + 2; line < state.line; line++) {
    rows.push(readRow(state, line, header.cells.length, collector));
  }
  const span = spanOfLines(state, collector.source, first, state.line - 1);
  collector.blocks.push({ kind: 'table', span, header, rows });
};

/** One row with exactly `columns` cells: missing ones are empty at the end of the row, surplus ones are not shown. */
function readRow(state: StateBlock, line: number, columns: number | undefined, collector: BlockCollector): TableRow {
  const from = contentStart(state, line);
  const raw = state.src.slice(from, lineEnd(state, line));
  const row = raw.trim();
  const start = collector.source.toSource(line, from + raw.indexOf(row));
  const end = start + row.length;
  const cells: TableCell[] = [];
  for (const { span, text, pieces } of splitRow(row, start)) {
    if (cells.length === columns) break;
    cells.push({ span, text });
    keepForLinks(collector, text, pieces, '');
  }
  while (cells.length < (columns ?? 0)) cells.push({ span: { start: end, end }, text: '' });
  return { span: { start, end }, cells };
}
