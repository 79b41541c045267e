/** The blocks that a source is written as, and how they become Markdown. */
import { assertNever } from '../model.ts';

export interface Column {
  readonly title: string;
  /** Figures stand on the right. */
  readonly isFigure?: true;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** Lines of Mermaid, without a fence; comments with the lines of the source stand among them. */
  | { readonly kind: 'diagram'; readonly lines: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** Where its figures come from, for the comment below it. */
      readonly from: string;
    };

/** The blocks as a piece of Markdown, without a line ending at its end. */
export const toMarkdown = (blocks: readonly Block[]): string => blocks.map(write).join('\n\n');

/** The text of the first diagram; undefined where there is none. */
export function firstDiagram(blocks: readonly Block[]): string | undefined {
  return blocks.find((block) => block.kind === 'diagram')?.lines.join('\n');
}

function write(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineText(block.text)}`;
    case 'diagram':
      return ['```mermaid', ...block.lines, '```'].join('\n');
    case 'table':
      return `${writeTable(block.columns, block.rows)}\n\n<!-- ${block.from} -->`;
    default:
      return assertNever(block);
  }
}

/** A table of Markdown; cells are plain text and are escaped. */
export function writeTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [
    columns.map(({ title }) => cellText(title)),
    columns.map(({ isFigure }) => (isFigure ? '---:' : '---')),
    ...rows.map((row) => columns.map((_, index) => cellText(row[index] ?? ''))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`.replaceAll(/ {2,}/g, ' ')).join('\n');
}

/** Plain text in a table's cell. `**` around a whole cell stays: it makes a total stand out. */
function cellText(text: string): string {
  const bold = /^\*\*(.*)\*\*$/s.exec(text)?.[1];
  const escaped = inlineText(bold ?? text).replaceAll('|', '\\|');
  return bold === undefined ? escaped : `**${escaped}**`;
}

/** Plain text on one line of Markdown, so that what looks like HTML, a link or a comment is shown and not obeyed. */
function inlineText(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}
