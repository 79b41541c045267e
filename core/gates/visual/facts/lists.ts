/** Finds the lists of a page that are nothing but items of running text: no item holds a second paragraph, a list or a hard break. */
import { LineTable } from '../../../document/lines.ts';
import type { Block, DocumentModel, TextBlock } from '../../../document/model.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';

export interface FlatList {
  readonly isOrdered: boolean;
  /** The Markdown of each item, at least one. */
  readonly items: readonly [TextBlock, ...TextBlock[]];
  /** Whole lines, from the first marker to the last item's end. */
  readonly span: Span;
  /** What leads to it: the paragraph in front where that ends with a colon, else the heading above; empty where there is neither. */
  readonly lead: string;
}

/** In order of place. A list inside a quote or another list, and a list of tasks, is none. */
export const findFlatLists: (model: DocumentModel) => readonly FlatList[] = remember((model) =>
  new ListFinder(model).find(),
);

/** What stands in front of an item's text: up to three blanks and a marker. */
const marker = /^ {0,3}(?:([-*+])|\d{1,9}([.)]))[ \t]+$/;
const task = /^\[[ xX]\]\s/;

/** Whether a line ends with two blanks or a backslash, and the reader sees the break: no cell or label has one. */
export const hasHardBreak = (text: string, { start, end }: Span): boolean =>
  /(?: {2}|\\)\r?\n/.test(text.slice(start, end));

interface OpenList {
  readonly sign: string;
  readonly start: number;
  readonly lead: string;
  readonly items: [TextBlock, ...TextBlock[]];
  isFlat: boolean;
}

class ListFinder {
  readonly #model: DocumentModel;
  readonly #lines: LineTable;
  readonly #lists: FlatList[] = [];
  #open: OpenList | undefined;
  #lead = '';

  constructor(model: DocumentModel) {
    this.#model = model;
    this.#lines = new LineTable(model.text);
  }

  find(): readonly FlatList[] {
    for (const block of this.#model.blocks) this.#read(block);
    this.#close();
    return this.#lists;
  }

  #read(block: Block): void {
    const item = block.kind === 'text' && block.container === 'list-item' ? block : undefined;
    if (item?.depth !== 1) {
      // What is indented below an item belongs to it, and then the list is more than its items.
      if (this.#open !== undefined && this.#isIndented(block)) this.#open.isFlat = false;
      else this.#close();
      this.#remember(block);
      return;
    }
    const start = this.#lines.start(this.#lines.lineAt(item.span.start));
    const match = marker.exec(this.#model.text.slice(start, item.span.start));
    const sign = match?.[1] ?? match?.[2];
    if (sign === undefined) {
      if (this.#open !== undefined) this.#open.isFlat = false;
    } else if (this.#open?.sign === sign) {
      this.#open.items.push(item);
    } else {
      this.#close();
      this.#open = { sign, start, lead: this.#lead, items: [item], isFlat: true };
    }
  }

  #remember(block: Block): void {
    if (block.kind === 'heading') this.#lead = block.text;
    else if (block.kind === 'text' && /:[*_]*$/.test(block.text)) this.#lead = block.text;
  }

  #isIndented({ span }: Block): boolean {
    const text = this.#model.text.slice(this.#lines.start(this.#lines.lineAt(span.start)), span.start);
    return text.length >= 2 || /^[ \t]/.test(this.#model.text.slice(span.start, span.start + 1));
  }

  #close(): void {
    const list = this.#open;
    this.#open = undefined;
    if (list?.isFlat !== true || list.items.some(({ text }) => task.test(text))) return;
    if (list.items.some(({ span }) => hasHardBreak(this.#model.text, span))) return;
    const end = (list.items.at(-1) ?? list.items[0]).span.end;
    const isOrdered = list.sign === '.' || list.sign === ')';
    this.#lists.push({ isOrdered, items: list.items, span: { start: list.start, end }, lead: list.lead });
  }
}
