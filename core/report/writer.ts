/** Reports are written while the run goes on: whatever can be said of a document is said at once, and the document let go. */
import type { Severity } from '../model.ts';

/** Writes one report on documents that come one by one, in path order. */
export interface ReportWriter<Document> {
  /** What the report begins with. */
  readonly begin: string;
  /** What can be written now that another document is known; empty while sums must come first. */
  document(document: Document): string;
  /** The rest, in pieces; `ms` is how long the whole run took. */
  end(ms: number): Iterable<string>;
}

/** What some reports say of a run beside its documents. */
export interface RunFacts {
  /** The version of Diagram Gates. */
  readonly version: string;
  /** The least severity that fails the run. */
  readonly failOn: Severity;
}

/** The report on documents that are all known, which come in path order. */
export function writeWhole<Document>(
  writer: ReportWriter<Document>,
  documents: readonly Document[],
  ms: number,
): string {
  return [writer.begin, ...documents.map((document) => writer.document(document)), ...writer.end(ms)].join('');
}
