/**
 * How one fault is put into a valid diagram: a pattern finds a place, a template writes what stands there instead.
 * In the template `$1` to `$9` are the pattern's groups, `$$` is a dollar and `⟦…⟧` encloses the offending token.
 */
import type { Span } from '../../../core/model.ts';

/** What replaces a part of the valid text. */
export interface Planting {
  readonly kind: string;
  /** The part of the valid text that is replaced. */
  readonly span: Span;
  readonly text: string;
  /** The offending token, as offsets into `text`. */
  readonly token: Span;
  /** What should stand there after the repair. */
  readonly repair: string;
}

/** One kind of fault in the diagram types where it makes sense. */
export interface Mutation {
  readonly kind: string;
  readonly types: readonly string[];
  /** Global; a match is a place for the fault. */
  readonly find: RegExp;
  readonly write: string;
  /** What a reader would expect instead, as a template; the valid text itself when absent. */
  readonly repair?: string;
  /** True where a diagram can hold several such faults that do not hide one another. */
  readonly repeats?: boolean;
}

const opening = '⟦';
const closing = '⟧';

/** Every place in `text` where the mutation applies, in order. */
export function plantings(mutation: Mutation, text: string): readonly Planting[] {
  return [...text.matchAll(mutation.find)].map((match) => {
    const written = fill(mutation.write, match);
    const start = written.indexOf(opening);
    const end = written.indexOf(closing) - opening.length;
    if (start < 0 || end < start) throw new Error(`${mutation.kind}: the template marks no token: ${mutation.write}`);
    return {
      kind: mutation.kind,
      span: { start: match.index, end: match.index + match[0].length },
      text: written.replace(opening, '').replace(closing, ''),
      token: { start, end },
      repair: mutation.repair === undefined ? match[0] : fill(mutation.repair, match),
    };
  });
}

const fill = (template: string, match: RegExpExecArray): string =>
  template.replace(/\$([$\d])/g, (_, what: string) => (what === '$' ? '$' : (match[Number(what)] ?? '')));

/** A diagram with faults: the text, where they are, and what it should have been. */
export interface Planted {
  readonly text: string;
  /** Each fault's token as offsets into `text`, in order. */
  readonly tokens: readonly Span[];
  readonly kinds: readonly string[];
  readonly repaired: string;
}

/** Writes faults that do not overlap into a valid text. */
export function plant(valid: string, faults: readonly Planting[]): Planted {
  const tokens: Span[] = [];
  let text = '';
  let repaired = '';
  let from = 0;
  const ordered = [...faults].sort((a, b) => a.span.start - b.span.start);
  for (const fault of ordered) {
    const kept = valid.slice(from, fault.span.start);
    text += kept;
    repaired += kept + fault.repair;
    tokens.push({ start: text.length + fault.token.start, end: text.length + fault.token.end });
    text += fault.text;
    from = fault.span.end;
  }
  const rest = valid.slice(from);
  return { text: text + rest, tokens, kinds: ordered.map(({ kind }) => kind), repaired: repaired + rest };
}
