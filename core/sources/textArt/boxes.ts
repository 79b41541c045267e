/** Finds tables drawn with lines: `┌─┬─┐`, `│ a │ b │`, or `+---+---+`, `| a | b |`. */
import type { BoxedTable } from './model.ts';

const border = /^\s*(?:[┌├╔╠└╚╞][─━═┬┼┴╦╬╩╤╪╧]+[┐┤╗╣┘╝╡]|\+(?:[-=]{2,}\+)+)\s*$/u;
const row = /^\s*[│┃║|](.*)[│┃║|]\s*$/u;

interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

export function findBoxes(lines: readonly string[]): readonly BoxedTable[] {
  const tables: BoxedTable[] = [];
  let groups: Line[][] | undefined;
  const finish = (): void => {
    const table = groups === undefined ? undefined : tableOf(groups.filter((group) => group.length > 0));
    if (table !== undefined) tables.push(table);
    groups = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const inner = row.exec(line)?.[1];
    if (border.test(line)) {
      // The upper border of another table right below the lower one of the last.
      if (/^\s*[┌╔]/u.test(line)) finish();
      groups ??= [];
      groups.push([]);
    } else if (groups !== undefined && inner !== undefined) {
      groups.at(-1)?.push({ cells: inner.split(/[│┃║|]/u).map((cell) => cell.trim()), line: index + 1 });
    } else finish();
  }
  finish();
  return tables;
}

/** Lines between two borders are one row, unless one border stands below the head and none further down. */
function tableOf(groups: readonly (readonly Line[])[]): BoxedTable | undefined {
  const [head, ...bodies] = groups;
  const [first] = head ?? [];
  const width = first?.cells.length ?? 0;
  if (head === undefined || width < 2 || bodies.length === 0) return undefined;
  if (groups.some((group) => group.some(({ cells }) => cells.length !== width))) return undefined;
  const [only] = bodies;
  const rows = bodies.length === 1 && only !== undefined ? only : bodies.map(merge);
  return { header: merge(head).cells, rows };
}

/** Cells that go on over several lines. */
function merge(group: readonly Line[]): Line {
  const width = group[0]?.cells.length ?? 0;
  const cells = Array.from({ length: width }, (_, column) =>
    group
      .map((line) => line.cells[column] ?? '')
      .filter((cell) => cell !== '')
      .join(' '),
  );
  return { cells, line: group[0]?.line ?? 1 };
}
