/**
 * A quick outline of a Markdown page: where code, diagrams and front matter stand, and which lists enclose a line.
 * It answers where a pattern may go while an author types; what is on the page is decided by core/document.
 */

/** Lines that are not running text, as 0-based line numbers, both included, fences and delimiters among them. */
export interface Region {
  readonly kind: 'front-matter' | 'diagram' | 'code';
  readonly first: number;
  readonly last: number;
  /** What closes it, such as three backticks; undefined when it is closed. */
  readonly missingEnd: string | undefined;
}

export interface Outline {
  /** In order of place; they do not overlap. */
  readonly regions: readonly Region[];
  /** For each line, the columns where the content of the list items open before it begins, outermost first. */
  readonly listColumns: readonly (readonly number[])[];
}

interface OpenBlock {
  readonly kind: 'diagram' | 'code';
  readonly first: number;
  /** The fence, or the colons of a container. */
  readonly mark: string;
  readonly quotes: number;
  /** The column of the list item it stands in; 0 outside lists. */
  readonly column: number;
}

const container = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+[ \t>]*)*/;
const opening = /^(?:(`{3,})([^`]*)|(~{3,})(.*)|(:{3,})(\s*mermaid\b.*))$/;
const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*/;

/** Reads the lines once. `isDiagram` says whether a fence's info string means a diagram. */
export function outlineOf(lines: readonly string[], isDiagram: (info: string) => boolean): Outline {
  const regions: Region[] = [];
  const listColumns: (readonly number[])[] = [];
  let columns: readonly number[] = [];
  let open: OpenBlock | undefined;
  const close = (block: OpenBlock, last: number, missingEnd?: string): void => {
    regions.push({ kind: block.kind, first: block.first, last, missingEnd });
    open = undefined;
  };

  const bodyStart = frontMatterEnd(lines) + 1;
  if (bodyStart > 0) regions.push({ kind: 'front-matter', first: 0, last: bodyStart - 1, missingEnd: undefined });
  for (const [number, line] of lines.entries()) {
    listColumns.push(columns);
    if (number < bodyStart) continue;
    // The container of a block may end before its fence does.
    if (open !== undefined && leaves(line, open)) close(open, number - 1, open.mark);
    if (open !== undefined) {
      if (closes(line, open.mark)) close(open, number);
      continue;
    }
    columns = columnsAfter(columns, line);
    open = openingOf(line, number, columns, isDiagram);
  }
  if (open !== undefined) close(open, lines.length - 1, open.mark);
  return { regions, listColumns };
}

/** How deep a line is quoted, the column where its text begins, and that text. */
export function unquoted(line: string): { readonly quotes: number; readonly column: number; readonly text: string } {
  const lead = /^[ \t>]*/.exec(line)?.[0] ?? '';
  const afterQuotes = lead.slice(lead.lastIndexOf('>') + 1);
  const column = width(lead.includes('>') ? afterQuotes.slice(1) : afterQuotes);
  return { quotes: lead.split('>').length - 1, column, text: line.slice(lead.length) };
}

/** The last line of the front matter; -1 when there is none. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return -1;
  return lines.findIndex((line, number) => number > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
}

function openingOf(
  line: string,
  first: number,
  columns: readonly number[],
  isDiagram: (info: string) => boolean,
): OpenBlock | undefined {
  const lead = container.exec(line)?.[0] ?? '';
  const match = opening.exec(line.slice(lead.length));
  if (match === null) return undefined;
  const column = columns.at(-1) ?? 0;
  const { quotes, column: indent } = unquoted(line);
  // Indented by four or more, it is indented code.
  if (/^[ \t>]*$/.test(lead) && indent - column >= 4) return undefined;
  const mark = match[1] ?? match[3] ?? match[5] ?? '';
  const info = match[2] ?? match[4] ?? 'mermaid';
  return { kind: isDiagram(info) ? 'diagram' : 'code', first, mark, quotes, column };
}

function closes(line: string, mark: string): boolean {
  const text = unquoted(line).text.trimEnd();
  return text.length >= mark.length && text === mark.charAt(0).repeat(text.length);
}

/** Whether a line stands outside the quote or list item that a block was opened in. */
function leaves(line: string, block: OpenBlock): boolean {
  const { quotes, column, text } = unquoted(line);
  if (quotes < block.quotes) return true;
  return text !== '' && column < block.column;
}

function columnsAfter(columns: readonly number[], line: string): readonly number[] {
  const { column, text } = unquoted(line);
  if (text === '') return columns;
  const kept = columns.filter((each) => each <= column);
  let at = column;
  let rest = text;
  for (let marker = listMarker.exec(rest); marker !== null; marker = listMarker.exec(rest)) {
    if (at - (kept.at(-1) ?? 0) >= 4) break;
    at += width(marker[0]) || 1;
    kept.push(at);
    rest = rest.slice(marker[0].length);
  }
  return kept;
}

/** Columns taken by white space and markers; a tab reaches the next multiple of four. */
function width(written: string): number {
  let columns = 0;
  for (const character of written) columns += character === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}
