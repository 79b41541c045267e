/** Takes out the findings their author has switched off by comments, and finds the comments that do nothing. */
import type { Directive } from './configuration/directives.ts';
import type { Block, DocumentModel } from './document/model.ts';
import type { RuleMeta } from './gates/rule.ts';
import type { Finding, Span } from './model.ts';

/** A suppression that suppressed nothing: of one named rule, or of all (`name` is undefined). */
export interface UnusedSuppression {
  readonly span: Span;
  readonly name: string | undefined;
}

export class Suppressions {
  readonly #model: DocumentModel;
  readonly #directives: readonly Directive[];
  /** What each directive has suppressed, as rule ids. */
  readonly #used = new Map<Directive, Set<string>>();

  /** Takes the directives of `model` in order of place. */
  constructor(model: DocumentModel, directives: readonly Directive[]) {
    this.#model = model;
    this.#directives = directives;
  }

  /** Whether a comment switches `finding` off; that comment counts as used from then on. */
  covers(finding: Finding): boolean {
    const directive = this.#findFor(finding);
    if (directive === undefined) return false;
    const used = this.#used.get(directive) ?? new Set();
    this.#used.set(directive, used.add(finding.rule));
    return true;
  }

  /** The suppressions that covered nothing so far; those of rules that did not run cannot be judged. */
  findUnused(didRun: (rule: RuleMeta) => boolean): readonly UnusedSuppression[] {
    const unused: UnusedSuppression[] = [];
    for (const directive of this.#directives) {
      if (directive.verb === 'enable') continue;
      const used = this.#used.get(directive);
      if (directive.rules.length === 0 && used === undefined) unused.push({ span: directive.span, name: undefined });
      for (const { name, span, rule } of directive.rules) {
        if (rule !== undefined && didRun(rule) && used?.has(rule.id) !== true) unused.push({ span, name });
      }
    }
    return unused;
  }

  #findFor(finding: Finding): Directive | undefined {
    const at = finding.span.start;
    let active: Directive | undefined;
    for (const directive of this.#directives) {
      if (!speaksOf(directive, finding)) continue;
      switch (directive.verb) {
        case 'disable-file':
          return directive;
        case 'disable-line':
          if (contains(lineOf(this.#model.text, directive.span.start), at)) return directive;
          break;
        case 'disable-next-line':
          if (contains(findTarget(this.#model, directive), at)) return directive;
          break;
        case 'disable':
          if (directive.span.start <= at && contains(directive.scope, at)) active = directive;
          break;
        case 'enable':
          if (directive.span.start <= at && contains(directive.scope, at)) active = undefined;
          break;
      }
    }
    return active;
  }
}

/** A comment that names no rule means all, except what is said about the comment itself. */
function speaksOf({ rules, span }: Directive, finding: Finding): boolean {
  return rules.length === 0
    ? span.start > finding.span.start || finding.span.end > span.end
    : rules.some(({ rule }) => rule?.id === finding.rule);
}

/** The next line that is not blank; all of the diagram or table that begins there, since no comment fits inside. */
function findTarget(model: DocumentModel, directive: Directive): Span {
  const { text } = model;
  let line = lineOf(text, directive.span.end);
  do line = lineOf(text, Math.min(line.end + 1, text.length));
  while (line.end < text.length && /^[\s>]*$/.test(text.slice(line.start, line.end)));
  const whole = model.blocks.find((block) => isIndivisible(block) && contains(line, block.span.start));
  return whole === undefined || contains(whole.span, directive.span.start)
    ? line
    : { start: line.start, end: Math.max(line.end, whole.span.end) };
}

const isIndivisible = ({ kind }: Block): boolean => kind === 'diagram' || kind === 'table';

function lineOf(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset);
  return { start: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, end: end === -1 ? text.length : end };
}

const contains = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;
