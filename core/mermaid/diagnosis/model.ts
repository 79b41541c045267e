/** What a diagram that Mermaid refuses looks like to the rules that explain and repair it. */
import type { Fix, Span, TextEdit } from '../../model.ts';
import type { ParserFault } from '../../ports.ts';

/** A refused diagram, perhaps with earlier faults already repaired. Spans are offsets into `text`. */
export interface BrokenDiagram {
  readonly text: string;
  /** `text` with front matter, directives and comments replaced by spaces. */
  readonly masked: string;
  /** Mermaid's name of the type; undefined when it does not know the header. */
  readonly type: string | undefined;
  /** Where and why Mermaid gave up. */
  readonly fault: ParserFault;
}

/**
 * What may be wrong, and the edit that would prove it: with `edits` applied Mermaid gets further, or accepts the diagram.
 * Propose freely: what does not help Mermaid is never shown to anybody.
 */
export interface Proposal {
  /** The offending token. */
  readonly span: Span;
  /** Says what is wrong and what would pass. */
  readonly message: string;
  /** Sorted by place, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** The title of the fix; absent when `edits` only prove the diagnosis and must not be offered (they lose something). */
  readonly fix: string | undefined;
  /** Set where the repair is a guess: it is offered, and *Fix all* leaves it alone. */
  readonly byHand?: true;
  /** Among proposals that help equally, the highest wins; 0 when absent. */
  readonly weight?: number;
  /** Alternatives of one finder share a group: all of them are tried, and the one that gets furthest wins. */
  readonly group?: string;
  /** Concerns where blocks begin and end: after a line that nobody understands it may be a mere consequence, and is not shown. */
  readonly structural?: boolean;
  /** The words that change are not shown to a reader: a keyword, a header, a name. Otherwise a fix that changes words is not offered. */
  readonly hidden?: boolean;
}

/** Explains one kind of fault. */
export interface FaultFinder {
  propose(broken: BrokenDiagram): Iterable<Proposal>;
}

/** A fault that Mermaid itself has confirmed. Spans are offsets into the diagram's original text. */
export interface Fault<Finder> {
  /** Who explained it; undefined when nobody could, and only the parser's words are known. */
  readonly finder: Finder | undefined;
  readonly span: Span;
  readonly message: string;
  /** The repair in the original text; undefined where none is safe. */
  readonly fix: Fix | undefined;
  /** What the parser said at this point. */
  readonly parser: ParserFault;
}
