/** The lines in which a page or a diagram states something: prose, headings, list items, cells, code, labels. */
import type { DocumentModel } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import { findQuantities } from '../../../quantities/find.ts';
import { blankMarkup } from '../../../quantities/markup.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts } from '../../rule.ts';

/** Spans in what follows are offsets into the text it was read from: the document, or one diagram. */
export interface Passage {
  readonly kind: 'heading' | 'text' | 'item' | 'cell' | 'code' | 'label';
  /** Without markup, as long as it is written; the lines of a label are separated by `\n`. */
  readonly text: string;
  /** Where `text` starts. */
  readonly start: number;
}

/** Every line of the page that is not in a diagram; a table's cell is a line of its own. */
export const passagesOfPage = remember((model: DocumentModel): readonly Passage[] =>
  model.blocks.flatMap((block): readonly Passage[] => {
    const read = (kind: Passage['kind'], span: Span): Passage => readPassage(model.text, kind, span);
    switch (block.kind) {
      case 'heading':
        return [read('heading', block.content)];
      case 'text':
        return block.lines.map((line, index) => read(block.depth > 0 && index === 0 ? 'item' : 'text', line));
      case 'code':
        return block.lines.map((line) => read('code', line));
      case 'table':
        return [block.header, ...block.rows].flatMap(({ cells }) => cells.map(({ span }) => read('cell', span)));
      case 'diagram':
      case 'html':
      case 'comment':
      case 'front-matter':
        return [];
    }
  }),
);

const silent = /^\s*(?:%%|(?:style|classDef|class|linkStyle|click)\s)/;

/** Every line of a diagram's text that a reader sees something of. */
export const passagesOfDiagram = remember(({ text }: DiagramFacts): readonly Passage[] => {
  const passages: Passage[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length };
    if (line.trim() !== '' && !silent.test(line)) passages.push(readPassage(text, 'label', span));
    start = span.end + 1;
  }
  return passages;
});

function readPassage(source: string, kind: Passage['kind'], { start, end }: Span): Passage {
  return { kind, text: blankMarkup(source.slice(start, end)), start };
}

/** The quantities of a passage, their spans still offsets into its text. */
export const quantitiesOf = remember(({ text }: Passage): readonly Quantity[] =>
  /\d/.test(text) ? findQuantities(text) : [],
);

/** Moves a quantity from a passage to the text the passage was read from. */
export function placeQuantity(quantity: Quantity, { start }: Passage): Quantity {
  const { span, qualified, digits } = quantity;
  return { ...quantity, span: shift(span, start), qualified: shift(qualified, start), digits: shift(digits, start) };
}

export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
