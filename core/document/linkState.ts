/** markdown-it's inline state, made cheap for a search that wants links with their places and no other tokens. */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Span } from '../model.ts';
import type { Destination } from './destinations.ts';

/** A link or image; spans are offsets into the text that was searched. */
export interface FoundLink {
  readonly kind: 'link' | 'image';
  readonly span: Span;
  /** Where it points to: here, or in the definition that has this normalised label. */
  readonly points: Destination | { readonly label: string };
}

/** Keeps the tokens of links and images only. One state serves all texts of a document. */
export class LinkState extends MarkdownIt.StateInline {
  /** The links of the text so far, each after those inside it. */
  found: FoundLink[] = [];
  readonly #other: Token = new this.Token('', '', 0);

  /** Begins with `text` from its start. */
  reset(text: string): void {
    this.src = text;
    this.pos = 0;
    this.posMax = text.length;
    this.tokens.length = 0;
    this.tokens_meta.length = 0;
    this.level = 0;
    this.pending = '';
    this.pendingLevel = 0;
    this.cache = {};
    this.backticks = {};
    this.backticksScanned = false;
    this.skipHtmlSpecial = false;
    this.linkLevel = 0;
    this.delimiters = [];
    this._prev_delimiters = [];
    this.found = [];
  }

  override pushPending(): Token {
    this.pending = '';
    return this.#other;
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (nesting !== 0 || type === 'image') return super.push(type, tag, nesting);
    this.pending = '';
    return this.#other;
  }
}
