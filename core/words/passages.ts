/** The words a page shows outside diagrams, in the pieces in which they are read: texts, headings, table rows. */
import { sourceSpans } from '../document/linkedText.ts';
import type { Block, DocumentModel, TableRow } from '../document/model.ts';
import { remember } from '../memo.ts';
import type { Span } from '../model.ts';
import { maskMarkup } from './maskMarkup.ts';

/** A piece of running words. */
export interface Words {
  /** As written, its lines joined by `\n`. */
  readonly raw: string;
  /** The same, character for character, with code and markup masked. */
  readonly text: string;
  /** Where a span of `text` stands in the document. */
  readonly toSource: (span: Span) => Span;
}

/** What is read as one: a paragraph or list item, a heading, the cells of a table row. */
export interface Passage {
  readonly kind: 'text' | 'heading' | 'head-row' | 'row';
  readonly span: Span;
  /** One for a text or heading, one a cell for a row. */
  readonly words: readonly Words[];
}

/** Every passage of a document, in order of place. */
export const passagesOf: (model: DocumentModel) => readonly Passage[] = remember(readPassages);

function readPassages(model: DocumentModel): readonly Passage[] {
  return model.blocks.flatMap((block) => readBlock(block, model.text));
}

function readBlock(block: Block, source: string): readonly Passage[] {
  switch (block.kind) {
    case 'text':
      return [{ kind: 'text', span: block.span, words: [readWords(block.text, block.lines)] }];
    case 'heading':
      return [{ kind: 'heading', span: block.span, words: [readSlice(source, block.content)] }];
    case 'table':
      return [readRow('head-row', block.header, source), ...block.rows.map((row) => readRow('row', row, source))];
    default:
      return [];
  }
}

const readRow = (kind: Passage['kind'], { span, cells }: TableRow, source: string): Passage => ({
  kind,
  span,
  words: cells.map((cell) => readSlice(source, cell.span)),
});

const readSlice = (source: string, span: Span): Words => readWords(source.slice(span.start, span.end), [span]);

function readWords(raw: string, pieces: readonly Span[]): Words {
  return {
    raw,
    text: maskMarkup(raw),
    toSource: sourceSpans({ form: 'markdown', text: raw, pieces, joint: '\n' }),
  };
}
