/** Runs markdown-it's block rules over a document's body, noting each block's place as soon as its rule has read it. */
import MarkdownIt from 'markdown-it';
import type { Env, StateBlock } from 'markdown-it';
import { readFence, readIndentedCode } from './codeBlocks.ts';
import type { BlockCollector } from './collector.ts';
import { readContainer } from './containers.ts';
import { environmentFor, PlacingState } from './placingState.ts';
import type { LeafReader } from './placingState.ts';
import { readTable } from './tables.ts';
import { readDefinition, readHeading, readHtml, readParagraph } from './textBlocks.ts';

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** Which blocks a block ends when it follows them without a blank line; as in markdown-it. */
const interrupts = {
  table: ['paragraph', 'reference'],
  fence: ['paragraph', 'reference', 'blockquote', 'list'],
  list: ['paragraph', 'reference', 'blockquote'],
  html_block: ['paragraph', 'reference', 'blockquote'],
  heading: ['paragraph', 'reference', 'blockquote'],
};

/** The state as this parser creates it. */
function placing(state: StateBlock): PlacingState {
  if (state instanceof PlacingState) return state;
  throw new Error('the rules of this parser run only on its own state');
}

/** markdown-it's own rule called `name`. */
function originalRule(name: string): BlockRule {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (rule === undefined) throw new Error(`markdown-it has no block rule ${name}`);
  return rule;
}

/** Lets `read` see a leaf block right after `rule` took it: only then are its prefixes and indentation known. */
function noting(rule: BlockRule, read: LeafReader): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (!rule(state, startLine, endLine, silent)) return false;
    if (!silent) read(placing(state), startLine);
    return true;
  };
}

function countingLists(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent) return rule(state, startLine, endLine, true);
    const { collector } = placing(state);
    collector.listDepth++;
    const isList = rule(state, startLine, endLine, false);
    collector.listDepth--;
    return isList;
  };
}

function createParser() {
  const markdown = new MarkdownIt({ html: true });
  // A link is a link whatever it points to; whether that is fit to be opened is not for the parser to say.
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  markdown.block.State = PlacingState;
  const { ruler } = markdown.block;
  const note = (name: string, read: LeafReader, alt: string[] = []): void =>
    ruler.at(name, noting(originalRule(name), read), { alt });
  note('table', readTable, interrupts.table);
  note('code', readIndentedCode);
  note('fence', readFence, interrupts.fence);
  note('reference', readDefinition);
  note('html_block', readHtml, interrupts.html_block);
  note('heading', readHeading, interrupts.heading);
  note('lheading', readHeading);
  note('paragraph', readParagraph);
  ruler.at('list', countingLists(originalRule('list')), { alt: interrupts.list });
  const container: BlockRule = (state, startLine, endLine, silent) =>
    readContainer(state, startLine, endLine, silent ? undefined : placing(state).collector);
  ruler.before('fence', 'diagram_container', container, { alt: interrupts.fence });
  return markdown;
}

const parser = createParser();

/** Fills `collector` with the blocks of its source; returns the environment that inline parsing needs. */
export function parseBlocks(collector: BlockCollector): Env {
  const env = environmentFor(collector);
  parser.block.parse(collector.source.text, parser, env, []);
  return env;
}
