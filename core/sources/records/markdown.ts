/** Records of the tables on a page of Markdown; their cells without emphasis, links and code marks. */
import { LineTable } from '../../document/lines.ts';
import { parseDocument } from '../../document/parse.ts';
import type { Records } from './model.ts';
import type { SourceProblem } from '../source.ts';
import { plainWords } from '../plainWords.ts';

export function readMarkdownTables(text: string): readonly Records[] | SourceProblem {
  const lines = new LineTable(text);
  const lineOf = (offset: number): number => lines.lineAt(offset) + 1;
  const tables = parseDocument(text, 'markdown').blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const columns = block.header.cells.map(({ text: name }, index) => plainWords(name) || `column ${index + 1}`);
    const rows = block.rows.map(({ span, cells }) => ({
      line: lineOf(span.start),
      fields: new Map(columns.map((column, index) => [column, plainWords(cells[index]?.text ?? '')])),
    }));
    return [{ columns, rows, headerLine: lineOf(block.header.span.start) }];
  });
  return tables.length > 0 ? tables : { problem: 'there is no table here', line: undefined };
}
