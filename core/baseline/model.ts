/** What a baseline remembers of the findings that were there when it was written. */

/** One finding of one document, recognised wherever the lines it stands on have moved. */
export interface KnownFinding {
  /** The rule's id. */
  readonly rule: string;
  /** Identifies the lines the finding stands on and the text it is about; empty for what is said of a whole page. */
  readonly text: string;
  /** Identifies the lines around: of equal findings it says which one this is. */
  readonly near: string;
}

/** The findings of each document, by its path from the folder the baseline lies in, with `/`. */
export type Baseline = ReadonlyMap<string, readonly KnownFinding[]>;

/** In the order in which they are written. */
export function compareKnown(a: KnownFinding, b: KnownFinding): number {
  return compare(a.rule, b.rule) || compare(a.text, b.text) || compare(a.near, b.near);
}

/** By code unit, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
