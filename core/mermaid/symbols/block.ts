/** Reads block diagrams: blocks with their widths, nested blocks, links and styles; several stand on one line. */
import type { Span } from '../../model.ts';
import { SymbolsBuilder } from './builder.ts';
import { Cursor, trimSpan } from './cursor.ts';
import { readLabel } from './label.ts';
import { maskNonContent } from './mask.ts';
import type { DiagramSymbols, Label } from './model.ts';
import { readShapedLabel } from './shapes.ts';
import { isStyleKeyword, readStyleStatement } from './styleStatement.ts';

const header = /\s*block(?:-beta)?\b/y;
const columns = /columns[^\S\n]+(\w+)/y;
const nested = /block(?::([\w-]+?)(?::(\d+))?)?[^\S\n]*(?=\n|$)/dy;
const space = /space(?::\d+)?(?![\w-])/y;
const end = /end(?![\w-])/y;
const identifier = /(?:[\p{L}\p{N}_]|-(?!-|\.)|(?<=\w)\.(?!-))+/uy;
const arrowBlock = /<\[([^\]]*)\]>\s*\(([^)]*)\)/dy;
const width = /:(\d+)/dy;
const link = /\s*((?:[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-\.+-[xo>]?|~~~+))\s*/dy;
const labelledLink = /\s*((?:[xo<]?(?:--|==|-\.)))\s*"([^"]*)"\s*((?:--+[-xo>]|==+[=xo>]|\.+-[xo>]?))\s*/dy;

class BlockReader {
  readonly #text: string;
  readonly #cursor: Cursor;
  readonly #symbols: SymbolsBuilder;
  /** A nested block is a group, also where a link leads to it. */
  readonly #groups = new Set<string>();

  constructor(text: string) {
    this.#text = maskNonContent(text);
    this.#cursor = new Cursor(this.#text);
    this.#symbols = new SymbolsBuilder(text.length);
  }

  read(type: string): DiagramSymbols {
    const cursor = this.#cursor;
    const headerSpan = trimSpan(this.#text, cursor.take(header) ?? { start: 0, end: 0 });
    while (!cursor.atEnd) {
      if (cursor.take(/[\s;]+/y) !== undefined) continue;
      const before = cursor.pos;
      this.#statement();
      if (cursor.pos === before) cursor.pos += 1;
    }
    while (this.#symbols.closeGroup(this.#text.length, false));
    return this.#symbols.build(type, headerSpan, undefined);
  }

  #statement(): void {
    const cursor = this.#cursor;
    const many = cursor.peek(columns);
    if (many !== undefined) {
      const start = cursor.pos;
      cursor.pos += many[0].length;
      const value = many[1] ?? '';
      const valueSpan = { start: cursor.pos - value.length, end: cursor.pos };
      this.#symbols.property({ name: 'columns', value, span: { start, end: cursor.pos }, valueSpan });
      return;
    }
    const block = cursor.peek(nested);
    if (block !== undefined) {
      const opener = trimSpan(this.#text, { start: cursor.pos, end: cursor.pos + block[0].length });
      cursor.pos = opener.end;
      if (block[1] !== undefined) this.#groups.add(block[1]);
      this.#symbols.openGroup({ keyword: 'block', id: block[1], opener });
      if (block[2] !== undefined) this.#width(block[1] ?? '', block.indices?.[2]);
      return;
    }
    if (cursor.take(space) !== undefined) return;
    if (cursor.take(end) !== undefined) {
      this.#symbols.closeGroup(cursor.pos);
      return;
    }
    const word = cursor.peek(/[A-Za-z]+(?=[^\S\n])/y)?.[0];
    if (isStyleKeyword(word) && readStyleStatement(cursor, this.#symbols)) return;
    this.#chain();
  }

  #chain(): void {
    let from = this.#node();
    while (from !== undefined) {
      const arrow = this.#link();
      if (arrow === undefined) return;
      const to = this.#node();
      if (to === undefined) return;
      this.#symbols.edge({ from, to, id: undefined, ...arrow });
      from = to;
    }
  }

  #link(): { span: Span; arrow: string; label: Label | undefined } | undefined {
    const cursor = this.#cursor;
    const labelled = cursor.peek(labelledLink);
    const match = labelled ?? cursor.peek(link);
    if (match === undefined) return undefined;
    const span = trimSpan(this.#text, { start: cursor.pos, end: cursor.pos + match[0].length });
    cursor.pos += match[0].length;
    const words = labelled?.indices?.[2];
    const label = words === undefined ? undefined : readLabel(this.#text, { start: words[0] - 1, end: words[1] + 1 });
    return { span, arrow: labelled === undefined ? (match[1] ?? '') : `${match[1]} ${match[3]}`, label };
  }

  #node(): string | undefined {
    const cursor = this.#cursor;
    const span = cursor.take(identifier);
    if (span === undefined) return undefined;
    const id = cursor.slice(span);
    const arrow = cursor.peek(arrowBlock);
    const words = arrow?.indices?.[1];
    if (arrow !== undefined && words !== undefined) {
      cursor.pos += arrow[0].length;
      const label = readLabel(this.#text, { start: words[0], end: words[1] });
      this.#symbols.mention({ id, span, label, shape: 'block_arrow' });
    } else {
      const shaped = readShapedLabel(this.#text, cursor.pos);
      if (shaped !== undefined) cursor.pos = shaped.end;
      const label = shaped === undefined ? undefined : readLabel(this.#text, shaped.label);
      if (label !== undefined || !this.#groups.has(id))
        this.#symbols.mention({ id, span, label, shape: shaped?.shape });
    }
    const wide = cursor.peek(width);
    if (wide !== undefined) {
      cursor.pos += wide[0].length;
      this.#width(id, wide.indices?.[1]);
    }
    return id;
  }

  /** How many columns a block takes. */
  #width(id: string, place: readonly [number, number] | undefined): void {
    if (place === undefined) return;
    const valueSpan = { start: place[0], end: place[1] };
    const span = { start: place[0] - 1, end: place[1] };
    this.#symbols.row({
      label: undefined,
      span,
      values: [{ text: this.#text.slice(place[0], place[1]), span: valueSpan }],
      id,
    });
  }
}

/** Reads a block diagram; never throws. A row is a block's width in columns, its id the block's. */
export function readBlock(text: string, type: string): DiagramSymbols {
  return new BlockReader(text).read(type);
}
