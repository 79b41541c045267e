/** The lines of a page or a diagram that hold a figure: prose, headings, list items, cells, code, labels. */
import type { DocumentModel } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import { findQuantities } from '../../../quantities/find.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { moveQuantity } from './relation.ts';

/** Spans in what follows are offsets into the text it was read from: the document, or one diagram. */
export interface Passage {
  readonly kind: 'heading' | 'text' | 'item' | 'cell' | 'code' | 'label';
  /** Without markup, as long as it is written; the lines of a label are separated by `\n`. */
  readonly text: string;
  /** Where `text` starts. */
  readonly start: number;
  /** Its quantities, in offsets into `text`. */
  readonly quantities: readonly Quantity[];
}

/** The lines of the page outside its diagrams; a table's cell is a line of its own. */
export const passagesOfPage = remember((model: DocumentModel): readonly Passage[] =>
  model.blocks.flatMap((block): readonly Passage[] => {
    const read = (kind: Passage['kind'], span: Span): readonly Passage[] => readPassage(model.text, kind, span);
    switch (block.kind) {
      case 'heading':
        return read('heading', block.content);
      case 'text':
        return block.lines.flatMap((line, index) => read(block.depth > 0 && index === 0 ? 'item' : 'text', line));
      case 'code':
        return block.lines.flatMap((line) => read('code', line));
      case 'table':
        return [block.header, ...block.rows].flatMap(({ cells }) => cells.flatMap(({ span }) => read('cell', span)));
      case 'diagram':
      case 'html':
      case 'comment':
      case 'front-matter':
        return [];
    }
  }),
);

const silent = /^\s*(?:%%|(?:style|classDef|class|linkStyle|click)\s)/;

/** The lines of a diagram's text that a reader sees something of. */
export const passagesOfDiagram = remember(({ text }: DiagramFacts): readonly Passage[] => {
  const passages: Passage[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length };
    if (!silent.test(line)) passages.push(...readPassage(text, 'label', span));
    start = span.end + 1;
  }
  return passages;
});

function readPassage(source: string, kind: Passage['kind'], { start, end }: Span): readonly Passage[] {
  const written = source.slice(start, end);
  if (!/\d/.test(written)) return [];
  const text = blankMarkup(written);
  return [{ kind, text, start, quantities: findQuantities(text) }];
}

/** Moves a quantity from a passage to the text the passage was read from. */
export const placeQuantity = (quantity: Quantity, { start }: Pick<Passage, 'start'>): Quantity =>
  moveQuantity(quantity, (span) => shift(span, start));

export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
