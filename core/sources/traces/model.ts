/** What is known of traces, whoever recorded them: spans with exact times, the service that did the work, and who called whom. */

export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

/** As it was recorded; times in nanoseconds since the first span that was read. */
export interface Span {
  readonly trace: string;
  readonly id: string;
  readonly parent: string | undefined;
  readonly service: string;
  readonly operation: string;
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
  /** What went wrong: the recorded words, `error` where there are none; undefined where nothing did. */
  readonly error: string | undefined;
  /** What a client says it calls: a service, a database, a queue. */
  readonly peer: string | undefined;
  /** Two sides of one call share an id in Zipkin: this is the server's. */
  readonly isShared: boolean;
  /** 1-based. */
  readonly line: number;
}

/** A span with what it caused, in order of start. */
export interface Call {
  readonly span: Span;
  readonly children: readonly Call[];
}

/** One trace: its spans as trees. A trace of which spans are missing has several. */
export interface Trace {
  readonly id: string;
  readonly roots: readonly Call[];
  readonly spans: readonly Span[];
  readonly start: number;
  readonly end: number;
}

export interface Traces {
  /** The one that is drawn. */
  readonly shown: Trace;
  readonly all: readonly Trace[];
  /** Whether somebody chose the one that is drawn. */
  readonly isChosen: boolean;
}

export const durationOf = ({ start, end }: { readonly start: number; readonly end: number }): number => end - start;
