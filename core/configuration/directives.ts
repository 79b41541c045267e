/** Finds the comments by which authors switch rules off and on, in Markdown and inside diagrams. */
import { mapSpanToSource } from '../document/edits.ts';
import type { DiagramBlock, DocumentModel } from '../document/model.ts';
import type { RuleNames } from '../gates/names.ts';
import type { RuleMeta } from '../gates/rule.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../model.ts';

export const directiveVerbs = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;
export type DirectiveVerb = (typeof directiveVerbs)[number];

/** A rule's name in a comment, at its place in the source; `rule` is undefined when there is none of that name. */
export interface NamedRule {
  readonly name: string;
  readonly span: Span;
  readonly rule: RuleMeta | undefined;
}

export interface Directive {
  readonly verb: DirectiveVerb;
  /** The comment in the source. */
  readonly span: Span;
  /** The rules it names; none means all. */
  readonly rules: readonly NamedRule[];
  /** How far it reaches at most: the document, or the diagram it stands in. */
  readonly scope: Span;
}

/** A comment that begins like ours and says nothing we know. */
export interface MisspeltDirective {
  readonly span: Span;
  readonly verb: string;
}

export interface Directives {
  /** In order of place. */
  readonly directives: readonly Directive[];
  readonly misspelt: readonly MisspeltDirective[];
}

const mark = 'diagram-gates-';

/** Every directive of `model`. */
export function findDirectives(model: DocumentModel, names: RuleNames): Directives {
  const directives: Directive[] = [];
  const misspelt: MisspeltDirective[] = [];
  if (!model.text.includes(mark)) return { directives, misspelt };
  for (const { span, content, scope } of [...findComments(model)].sort((a, b) => a.span.start - b.span.start)) {
    const words = model.text.slice(content.start, content.end);
    const verb = /^diagram-gates-([\w-]*)/.exec(words)?.[1] ?? '';
    const known = directiveVerbs.find((each) => each === verb.toLowerCase());
    if (known === undefined)
      misspelt.push({ span: { start: content.start, end: content.start + mark.length + verb.length }, verb });
    else
      directives.push({
        verb: known,
        span,
        scope,
        rules: readRules(words, mark.length + verb.length, content.start, names),
      });
  }
  return { directives, misspelt };
}

/** The names after the verb, up to `-- reason`. */
function readRules(words: string, from: number, offset: number, names: RuleNames): readonly NamedRule[] {
  const reason = /\s--(?:\s|$)/.exec(words.slice(from));
  const list = words.slice(from, reason === null ? undefined : from + reason.index);
  return matchesOf(/[^\s,]+/g, list).map((match) => {
    const start = offset + from + match.index;
    return { name: match[0], span: { start, end: start + match[0].length }, rule: names.find(match[0]) };
  });
}

interface Comment {
  readonly span: Span;
  /** From `diagram-gates-` to the last word. */
  readonly content: Span;
  readonly scope: Span;
}

function* findComments(model: DocumentModel): Iterable<Comment> {
  for (const block of model.blocks) {
    if (block.kind === 'diagram') yield* findInDiagram(block, model);
  }
  if (model.kind === 'markdown') yield* findInMarkdown(model);
}

function* findInDiagram(block: DiagramBlock, model: DocumentModel): Iterable<Comment> {
  let start = 0;
  for (const line of block.text.split('\n')) {
    const found = /^\s*%%+\s*(?=diagram-gates-)/.exec(line);
    if (found !== null) {
      const end = start + line.trimEnd().length;
      const span = mapSpanToSource(block, { start: start + line.search(/\S/), end });
      const content = mapSpanToSource(block, { start: start + found[0].length, end });
      yield { span, content, scope: model.kind === 'mermaid' ? wholeOf(model) : block.span };
    }
    start += line.length + 1;
  }
}

function* findInMarkdown(model: DocumentModel): Iterable<Comment> {
  const { text } = model;
  const opaque = model.blocks.filter(({ kind }) => kind === 'diagram' || kind === 'code' || kind === 'front-matter');
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const opening = /(?:<!--|\{\/\*)\s*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0];
    if (opening === undefined || opaque.some(({ span }) => span.start <= at && at < span.end)) continue;
    const closer = opening.startsWith('<') ? '-->' : '*/}';
    const end = text.indexOf(closer, at);
    if (end === -1 || isInlineCode(text, at - opening.length)) continue;
    const content = { start: at, end: at + text.slice(at, end).trimEnd().length };
    yield { span: { start: at - opening.length, end: end + closer.length }, content, scope: wholeOf(model) };
  }
}

/** Whether `at` stands between backticks on its line, as in a page that explains these comments. */
function isInlineCode(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? undefined : end);
  let open: RegExpExecArray | undefined;
  for (const ticks of matchesOf(/`+/g, line)) {
    if (open === undefined) open = ticks;
    else if (open[0].length === ticks[0].length) {
      if (start + open.index < at && at < start + ticks.index) return true;
      open = undefined;
    }
  }
  return false;
}

const wholeOf = (model: DocumentModel): Span => ({ start: 0, end: model.text.length });
