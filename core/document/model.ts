/** The parts of a document, each with its exact place in the source text. All offsets are UTF-16, 0-based, end exclusive. */
import type { DocumentKind, Span } from '../model.ts';

interface BlockBase {
  readonly span: Span;
}

/** How a diagram is written down. */
export type DiagramForm = 'fence' | 'container' | 'file';

export interface DiagramBlock extends BlockBase {
  readonly kind: 'diagram';
  readonly form: DiagramForm;
  /** The text after the opening fence (`mermaid {width=80}`); undefined for a Mermaid file. */
  readonly info: Span | undefined;
  /** The diagram's text, with `\n` line endings, container prefixes and fence indentation removed; no `\n` after the last line. */
  readonly text: string;
  /**
   * Where each line of `text` stands in the source, without its line ending; at least one, which is empty when `text` is.
   * `source.slice(start, end)` is the line, but for the spaces in front that a tab leaves when the indentation ends within it.
   */
  readonly lines: readonly Span[];
  /** False when the document or the container ends before the closing fence. */
  readonly closed: boolean;
}

/** A fenced or indented code block that is not a diagram. */
export interface CodeBlock extends BlockBase {
  readonly kind: 'code';
  readonly language: string;
  readonly text: string;
  readonly lines: readonly Span[];
}

export interface TableCell {
  /** The trimmed cell without its pipes. */
  readonly span: Span;
  /** The cell's Markdown, with `\|` as `|`. */
  readonly text: string;
}

export interface TableRow {
  readonly span: Span;
  /** As many as the header has: missing cells are empty at the row's end, surplus ones are not shown and not here. */
  readonly cells: readonly TableCell[];
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly header: TableRow;
  /** The body rows, without header and delimiter row. */
  readonly rows: readonly TableRow[];
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  /** The heading's text span without markers. */
  readonly content: Span;
  /** The heading's Markdown; lines of an underlined heading are joined by `\n`. */
  readonly text: string;
}

/** Running text: a paragraph, alone or inside a list item or a quote. */
export interface TextBlock extends BlockBase {
  readonly kind: 'text';
  readonly container: 'paragraph' | 'list-item' | 'quote';
  /** The Markdown without container prefixes and blanks around its lines, which are joined by `\n`. */
  readonly text: string;
  /** Where each line of `text` stands in the source. */
  readonly lines: readonly Span[];
  /** How many lists enclose it; 0 outside lists. */
  readonly depth: number;
}

/** Raw HTML, comments excluded. */
export interface HtmlBlock extends BlockBase {
  readonly kind: 'html';
  readonly text: string;
}

/** An HTML comment standing as a block. */
export interface CommentBlock extends BlockBase {
  readonly kind: 'comment';
  readonly text: string;
}

/** YAML between `---` lines, or TOML between `+++` lines, at the top of the document; `span` takes in both. */
export interface FrontMatterBlock extends BlockBase {
  readonly kind: 'front-matter';
  /** What stands between the delimiters, without its last line ending. */
  readonly content: Span;
}

export type Block =
  DiagramBlock | CodeBlock | TableBlock | HeadingBlock | TextBlock | HtmlBlock | CommentBlock | FrontMatterBlock;

/** A link or image in running text, tables, headings or HTML. */
export interface Link {
  readonly kind: 'link' | 'image';
  /** From `[`, `![` or `<` to the closing character; of `<a href>` and `<img src>` the opening tag. */
  readonly span: Span;
  /** The destination as written, without title and angle brackets; of a reference, the one in its definition. */
  readonly target: Span;
  /** The destination with backslash escapes and character references resolved; percent escapes stay. */
  readonly href: string;
}

/** One pass over a document's text. */
export interface DocumentModel {
  readonly kind: DocumentKind;
  readonly text: string;
  /** In order of place; nested diagrams, tables and texts appear as blocks of their own. */
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** Reference definitions (`[id]: target "title"`), without container prefixes. */
  readonly definitions: readonly Span[];
}
