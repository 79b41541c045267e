/** markdown-it's block state, made cheap for a reader that wants places and no tokens. */
import MarkdownIt from 'markdown-it';
import type { Env, Token } from 'markdown-it';
import type { BlockCollector } from './collector.ts';

// markdown-it hands one environment through a parse; the collector that belongs to it is looked up here.
const collectors = new WeakMap<Env, BlockCollector>();

/** Makes `collector` the one that a parse with the returned environment fills. */
export function environmentFor(collector: BlockCollector): Env {
  const env: Env = {};
  collectors.set(env, collector);
  return env;
}

/**
 * Keeps no tokens and builds no contents: the rules only ever write to them, and both cost more than all the reading.
 * `tokens` stays empty; what a rule says of its block is in `token` until the next one is pushed.
 */
export class PlacingState extends MarkdownIt.StateBlock {
  readonly collector: BlockCollector;
  readonly token: Token;

  constructor(...args: ConstructorParameters<typeof MarkdownIt.StateBlock>) {
    super(...args);
    const collector = collectors.get(this.env);
    if (collector === undefined) throw new Error('a document is parsed only with its collector');
    this.collector = collector;
    this.token = new this.Token('', '', 0);
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (nesting < 0) this.level--;
    const { token } = this;
    token.type = type;
    token.tag = tag;
    token.nesting = nesting;
    token.level = this.level;
    if (nesting > 0) this.level++;
    return token;
  }

  override getLines(): string {
    return '';
  }
}

/** Takes the block that starts on line `first` and ends before `state.line`; `state.token` is the last its rule pushed. */
export type LeafReader = (state: PlacingState, first: number) => void;
