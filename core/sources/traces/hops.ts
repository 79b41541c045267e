/** The calls between services in a trace: what its client waited for and what its server did are one call. */
import { durationOf } from './model.ts';
import type { Call, Span } from './model.ts';

export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly operation: string;
  /** How long the caller waited, in nanoseconds. */
  readonly latency: number;
  readonly start: number;
  readonly end: number;
  readonly error: string | undefined;
  /** Nobody waits for it. */
  readonly isAsync: boolean;
  /** How often the same had failed before. */
  readonly retry: number;
  readonly lines: readonly number[];
  readonly children: readonly Hop[];
}

/** What called the first service: a trace does not tell its name. */
export const outside = 'Client';

/** Levels of calls below which nothing is drawn. */
const mostDepth = 100;

export function hopsOf(roots: readonly Call[], whole: number): readonly Hop[] {
  return withRetries(roots.flatMap((call) => hopsFrom(call, undefined, whole, 0)));
}

const isCalling = ({ kind }: Span): boolean => kind === 'client' || kind === 'producer';

function hopsFrom(call: Call, caller: Span | undefined, whole: number, depth: number): readonly Hop[] {
  if (depth > mostDepth) return [];
  const { span, children } = call;
  const from = caller?.service ?? outside;
  const below = (parent: Span): readonly Hop[] =>
    withRetries(children.flatMap((child) => hopsFrom(child, parent, whole, depth + 1)));
  if (isCalling(span)) {
    const remote = children.filter((child) => isAnswer(span, child.span));
    if (remote.length > 0) return withRetries(children.flatMap((child) => remote.includes(child) ? [hopOf(child, span, whole, depth + 1)] : hopsFrom(child, span, whole, depth + 1))); // prettier-ignore
    // Where its server recorded nothing of its own, whoever calls on from there tells who it is.
    const beyond = children.find((child) => child.span.service !== span.service)?.span.service;
    const to = beyond ?? span.peer ?? span.service;
    return [{ ...timesOf(span), from: span.service, to, isAsync: span.kind === 'producer', children: below(span) }];
  }
  if (caller === undefined && span.kind === 'internal') {
    return [{ ...timesOf(span), from: span.service, to: span.service, isAsync: false, children: below(span) }];
  }
  if (caller?.service !== span.service) {
    return [{ ...timesOf(span), from, to: span.service, isAsync: span.kind === 'consumer', children: below(span) }];
  }
  // Work inside a service is told by what it calls; alone it is told where it took time, or failed.
  const inner = below(span);
  const matters = span.error !== undefined || durationOf(span) >= whole / 100;
  return inner.length > 0 || !matters ? inner : [{ ...timesOf(span), from, to: span.service, isAsync: false, children: [] }]; // prettier-ignore
}

const isAnswer = (client: Span, span: Span): boolean =>
  span.kind === 'server' || span.kind === 'consumer' || (span.service !== client.service && !isCalling(span));

/** A call seen from both sides: the caller's time, and the error of whoever noticed one. */
function hopOf(answer: Call, client: Span, whole: number, depth: number): Hop {
  const { span, children } = answer;
  return {
    ...timesOf(client),
    from: client.service,
    to: span.service,
    operation: span.operation,
    error: client.error ?? span.error,
    isAsync: client.kind === 'producer' || span.kind === 'consumer',
    lines: [client.line, span.line],
    children: withRetries(children.flatMap((child) => hopsFrom(child, span, whole, depth + 1))),
  };
}

function timesOf(span: Span): Omit<Hop, 'from' | 'to' | 'isAsync' | 'children'> {
  const { operation, start, end, error, line } = span;
  return { operation, latency: durationOf(span), start, end, error, retry: 0, lines: [line] };
}

/** Counts, among calls of one caller, how often the same call had failed right before. */
function withRetries(hops: readonly Hop[]): readonly Hop[] {
  const failures = new Map<string, number>();
  return hops.map((hop) => {
    const key = `${hop.from}\n${hop.to}\n${hop.operation}`;
    const retry = failures.get(key) ?? 0;
    if (hop.error === undefined) failures.delete(key);
    else failures.set(key, retry + 1);
    return retry === 0 ? hop : { ...hop, retry };
  });
}

/** At most so many calls: those that failed and the longest, with whatever leads to them. */
export function longestHops(
  hops: readonly Hop[],
  most: number,
): { readonly hops: readonly Hop[]; readonly left: number } {
  const all: Hop[] = [];
  const parents = new Map<Hop, Hop>();
  const open = [...hops];
  for (let hop = open.pop(); hop !== undefined; hop = open.pop()) {
    all.push(hop);
    for (const child of hop.children) {
      parents.set(child, hop);
      open.push(child);
    }
  }
  const kept = new Set<Hop>();
  const ranked = [...all].sort((a, b) => Number(b.error !== undefined) - Number(a.error !== undefined) || b.latency - a.latency); // prettier-ignore
  for (const hop of ranked) {
    const way: Hop[] = [];
    for (let above: Hop | undefined = hop; above !== undefined && !kept.has(above); above = parents.get(above)) way.push(above); // prettier-ignore
    if (kept.size + way.length <= most) for (const each of way) kept.add(each);
  }
  const prune = (of: readonly Hop[]): readonly Hop[] =>
    of.filter((hop) => kept.has(hop)).map((hop) => ({ ...hop, children: prune(hop.children) }));
  return { hops: prune(hops), left: all.length - kept.size };
}
