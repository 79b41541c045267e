/** Finds links and images in running text, with their places: markdown-it's inline tokens have none. */
import MarkdownIt from 'markdown-it';
import type { Env, StateInline, Token } from 'markdown-it';
import { readDestination } from './destinations.ts';
import { readTag } from './html.ts';
import { LinkState } from './linkState.ts';
import type { FoundLink } from './linkState.ts';

type InlineRule = (state: StateInline, silent: boolean) => boolean;
/** Looks at what a rule has just read, from `start` to `state.pos`; `token` is the first it made, if it made one. */
type LinkReader = (state: LinkState, start: number, token: Token | undefined) => FoundLink | undefined;

/** markdown-it's own rule called `name`. */
function originalRule(name: string): InlineRule {
  const { ruler } = new MarkdownIt().inline;
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (rule === undefined) throw new Error(`markdown-it has no inline rule ${name}`);
  return rule;
}

/** Lets `read` see what `rule` has just taken: `state.pos` before and after are its place. */
function noting(rule: InlineRule, read: LinkReader): InlineRule {
  return (state, silent) => {
    const start = state.pos;
    const before = state.tokens.length;
    if (!rule(state, silent)) return false;
    if (silent || !(state instanceof LinkState)) return true;
    const link = read(state, start, state.tokens[before]);
    if (link !== undefined) state.found.push(link);
    return true;
  };
}

/** A link or image whose opening bracket stands at `bracket`. */
function readBracketed(
  state: LinkState,
  start: number,
  bracket: number,
  token: Token | undefined,
): FoundLink | undefined {
  const kind = start === bracket ? 'link' : 'image';
  const span = { start, end: state.pos };
  const label = token?.meta?.['label'];
  if (typeof label === 'string') return { kind, span, points: { label } };
  const labelEnd = state.md.helpers.parseLinkLabel(state, bracket, kind === 'link');
  const opening = /\]\([ \t\n]*/y;
  opening.lastIndex = labelEnd;
  if (!opening.test(state.src)) return undefined;
  const at = opening.lastIndex;
  // `[label]()` points to the document itself.
  const points = readDestination(state.src, at, state.posMax, state.md.helpers) ?? {
    span: { start: at, end: at },
    href: '',
  };
  return { kind, span, points };
}

function readAutolink(state: LinkState, start: number, token: Token | undefined): FoundLink {
  const href = String(token?.attrGet('href') ?? '');
  const target = { start: start + 1, end: state.pos - 1 };
  return { kind: 'link', span: { start, end: state.pos }, points: { span: target, href } };
}

function createParser() {
  // Brackets nested deeper than in any real text would cost seconds.
  const markdown = new MarkdownIt({ html: true, maxNesting: 20 });
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  // Called only for an image's alternative text, which is shown as plain text: what it holds is no link.
  markdown.inline.parse = () => undefined;
  const { ruler, ruler2 } = markdown.inline;
  const note = (name: string, read: LinkReader): void => ruler.at(name, noting(originalRule(name), read));
  note('link', (state, start, token) => readBracketed(state, start, start, token));
  note('image', (state, start, token) => readBracketed(state, start, start + 1, token));
  note('autolink', readAutolink);
  note('html_inline', (state, start) => readTag(state.src, start));
  // Emphasis and the like change no link's place.
  ruler.enableOnly(['text', 'escape', 'backticks', 'link', 'image', 'autolink', 'html_inline']);
  ruler2.enableOnly([]);
  return markdown;
}

const parser = createParser();
const autolinkOrTag = /<(?:a|img)[\s/]|<[a-z][a-z0-9+.-]+:|<[^\s<>@]+@/i;

/** A search through the texts of one document, whose references count where `references` define them. */
export function createLinkSearch(references: Env['references']): (text: string) => readonly FoundLink[] {
  const state = new LinkState('', parser, references === undefined ? {} : { references }, []);
  return (text) => {
    const hasBrackets = text.includes('](') || (references !== undefined && text.includes('['));
    if (!hasBrackets && !autolinkOrTag.test(text)) return [];
    state.reset(text);
    parser.inline.tokenize(state);
    return state.found;
  };
}
