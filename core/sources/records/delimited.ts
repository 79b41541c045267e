/** Records of CSV and TSV: what stands above the header row, as in billing exports, is left out. */
import Papa from 'papaparse';
import type { RecordRow, Records } from './model.ts';
import type { SourceProblem } from '../source.ts';

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export function readDelimited(text: string): readonly Records[] | SourceProblem {
  const { data, errors } = Papa.parse(text.replaceAll(/\r\n?/g, '\n'), {
    delimiter: delimiterOf(text),
    newline: '\n',
  });
  let next = 1;
  const lines = data.map((cells): Line => {
    const line = next;
    next += 1 + cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
    return { line, cells };
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes !== undefined) {
    return { problem: 'a quotation mark opens or ends in the wrong place', line: lines[quotes.row ?? 0]?.line };
  }
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const usual = usualWidth(filled);
  const start = filled.findIndex(({ cells }) => widthOf(cells) >= 2 && cells.length >= usual);
  const header = filled[start];
  if (header === undefined) return { problem: 'no row has names of at least two columns', line: filled[0]?.line };
  const columns = namesOf(header.cells);
  const rows = filled.slice(start + 1).map(({ line, cells }): RecordRow => ({
    line,
    fields: new Map(columns.map((column, index) => [column, cells[index]?.trim() ?? ''])),
  }));
  const surplus = filled.slice(start + 1).find(({ cells }) => widthOf(cells) > columns.length);
  if (surplus !== undefined) {
    return { problem: `the row has ${widthOf(surplus.cells)} cells, the header names ${columns.length} columns`, line: surplus.line }; // prettier-ignore
  }
  return [{ columns, rows, headerLine: header.line }];
}

/** How many lines tell what stands between cells. */
const sampledLines = 30;

/** What stands on most lines, and as often on each: of those that do the first. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, sampledLines)
    .map((line) => line.replaceAll(/"[^"]*"/g, ''));
  const rated = ['\t', ';', ',', '|'].map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    const [first] = counts;
    return { sign, lines: counts.length, isEven: counts.every((count) => count === first) };
  });
  const [best] = rated.sort((a, b) => b.lines - a.lines || Number(b.isEven) - Number(a.isEven));
  return best?.sign ?? ',';
}

/** Cells up to the last that holds something. */
const widthOf = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/** How many cells most rows have, blank ones counted; the more where two are equally usual. */
function usualWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most] = [...counts].sort(([a, seen], [b, times]) => times - seen || b - a);
  return most?.[0] ?? 0;
}

/** A column without a name, or with one that is taken, goes by its number. */
function namesOf(cells: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [index, cell] of cells.slice(0, widthOf(cells)).entries()) {
    const name = cell.replaceAll(/\s+/g, ' ').trim();
    names.push(name === '' || names.includes(name) ? `${name} column ${index + 1}`.trim() : name);
  }
  return names;
}
