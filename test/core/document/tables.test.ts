import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TableBlock } from '../../../core/document/model.ts';
import { parseDocument } from '../../../core/document/parse.ts';
import { marked } from './marked.ts';

function tableOf(text: string): TableBlock {
  const tables = parseDocument(text, 'markdown').blocks.filter((block) => block.kind === 'table');
  assert.equal(tables.length, 1);
  return tables[0]!;
}

const textsOf = (table: TableBlock): string[][] =>
  [table.header, ...table.rows].map((row) => row.cells.map((cell) => cell.text));

/** Reads the one table of a text marked as: the table, then each row and its cells. */
function readMarked(source: string): TableBlock {
  const { text, spans } = marked(source);
  const table = tableOf(text);
  const rows = [table.header, ...table.rows];
  assert.deepEqual([table.span, ...rows.flatMap((row) => [row.span, ...row.cells.map((cell) => cell.span)])], spans);
  return table;
}

describe('tables', () => {
  it('have every row and cell at its exact place', () => {
    const table = readMarked('Text\n\n««| «a» |  «b c» |»\n| --- | :-: |\n«| «1» | «2» |»\n«|«3»|«4»|»»\n\nText\n');
    assert.deepEqual(textsOf(table), [
      ['a', 'b c'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('need no pipes at the ends of a row', () => {
    readMarked('«««a» | «b»»\n--- | ---\n  ««1» | «2»»  \n«| «3» | «4»»»\n');
  });

  it('split at pipes in code, but not at escaped ones', () => {
    const table = readMarked('««| «a» | «b» |»\n|---|---|\n«| «`x \\| y`» | «\\|\\|» |»\n«| «`x» | «y`» |»»\n');
    assert.deepEqual(textsOf(table).slice(1), [
      ['`x | y`', '||'],
      ['`x', 'y`'],
    ]);
  });

  it('fill missing cells at the end of the row and drop surplus ones', () => {
    const table = readMarked('««| «a» | «b» | «c» |»\n|---|---|---|\n«| «1» |«»«»»\n«| «1» | «2» | «3» | 4 |»»\n');
    assert.deepEqual(textsOf(table).slice(1), [
      ['1', '', ''],
      ['1', '2', '3'],
    ]);
  });

  it('keep empty cells in place', () => {
    assert.deepEqual(textsOf(tableOf('| a | b |\n|---|---|\n|   | 2 |\n|| 2 |\n')).slice(1), [
      ['', '2'],
      ['', '2'],
    ]);
  });

  it('may have one column and no body', () => {
    assert.deepEqual(textsOf(readMarked('««|«a»|»\n|---|»\n')), [['a']]);
  });

  it('stand in lists and quotes', () => {
    readMarked('- ««| «a» |»\n  |---|\n  «| «1» |»»\n');
    readMarked('> - ««| «a» |»\n>   |---|\n>   «| «1» |»»\n');
  });

  it('end a paragraph when its last line is a header row', () => {
    assert.deepEqual(textsOf(readMarked('Text\n««| «a» |»\n|---|\n«| «1» |»»\n')), [['a'], ['1']]);
  });

  it('are not tables when the delimiter row has another number of columns', () => {
    const blocks = parseDocument('| a | b |\n|---|\n', 'markdown').blocks;
    assert.deepEqual(
      blocks.map((block) => block.kind),
      ['text'],
    );
  });

  it('keep their places with other line endings', () => {
    const text = '| a |\r\n|---|\r\n| b |\r\n';
    const cell = tableOf(text).rows[0]!.cells[0]!;
    assert.deepEqual(cell, { span: { start: 16, end: 17 }, text: 'b' });
  });
});
