/** Makes traces of spans: who called whom, in order of start, and which trace is drawn. */
import type { Read, Steps } from '../source.ts';
import { durationOf } from './model.ts';
import type { Call, Span, Trace, Traces } from './model.ts';
import type { RawSpan } from './raw.ts';

/** So many spans are worth a rest. */
const spansAtOnce = 5_000;

export function* buildTraces(raw: readonly RawSpan[], chosen: string | undefined): Steps<Read<Traces>> {
  const epoch = raw.reduce((first, { start }) => (start < first ? start : first), raw[0]?.start ?? 0n);
  const byTrace = new Map<string, Span[]>();
  for (const { trace, id, parent, service, operation, spanKind, start, end, error, peer, isShared, line } of raw) {
    const [from, to] = [Number(start - epoch), Number(end - epoch)];
    const span: Span = { trace, id, parent, service, operation, kind: spanKind, start: from, end: to, error, peer, isShared, line }; // prettier-ignore
    const same = byTrace.get(trace);
    if (same === undefined) byTrace.set(trace, [span]);
    else same.push(span);
  }
  const all: Trace[] = [];
  let built = 0;
  let rested = 0;
  for (const [id, spans] of byTrace) {
    all.push(buildTrace(id, spans));
    built += spans.length;
    if (built - rested < spansAtOnce) continue;
    rested = built;
    yield 1;
  }
  const [first] = all;
  if (first === undefined) return { problem: 'there is no span in it', line: undefined };
  if (chosen === undefined) {
    const shown = all.reduce((slowest, trace) => (durationOf(trace) > durationOf(slowest) ? trace : slowest), first);
    return { model: { shown, all, isChosen: false } };
  }
  const wanted = chosen.trim().toLowerCase();
  const shown = all.find(({ id }) => id.toLowerCase() === wanted) ?? all.find(({ id }) => id.toLowerCase().startsWith(wanted)); // prettier-ignore
  return shown === undefined
    ? { problem: `there is no trace ${chosen.slice(0, 40)} among the ${all.length} in it`, line: undefined }
    : { model: { shown, all, isChosen: true } };
}

function buildTrace(id: string, spans: readonly Span[]): Trace {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end || a.line - b.line);
  // The server's side of a call comes after the client's, also where both have one id.
  const byId = new Map<string, Span>();
  for (const span of sorted) if (!span.isShared) byId.set(span.id, span);
  const shared = new Map(sorted.filter(({ isShared }) => isShared).map((span) => [span.id, span]));
  const parentOf = (span: Span): Span | undefined => {
    if (span.isShared && byId.has(span.id)) return byId.get(span.id);
    if (span.parent === undefined) return undefined;
    return shared.get(span.parent) ?? byId.get(span.parent);
  };
  const children = new Map<Span | undefined, Span[]>();
  for (const span of sorted) {
    const parent = parentOf(span);
    const key = parent === undefined || isBelow(parent, span, parentOf) ? undefined : parent;
    const siblings = children.get(key);
    if (siblings === undefined) children.set(key, [span]);
    else siblings.push(span);
  }
  const roots = assemble(children);
  const start = sorted.reduce((least, span) => Math.min(least, span.start), Infinity);
  const end = sorted.reduce((most, span) => Math.max(most, span.end), 0);
  return { id, roots, spans: sorted, start, end };
}

/** Deeper than any service calls another; also where spans name each other in a circle. */
const mostDepth = 1000;

/** Whether `span` is above itself: then it has no parent. */
function isBelow(parent: Span, span: Span, parentOf: (span: Span) => Span | undefined): boolean {
  let above: Span | undefined = parent;
  for (let depth = 0; above !== undefined; depth += 1) {
    if (above === span || depth > mostDepth) return true;
    above = parentOf(above);
  }
  return false;
}

/** Trees from the bottom up, without a function that calls itself. */
function assemble(children: ReadonlyMap<Span | undefined, readonly Span[]>): readonly Call[] {
  const order: Span[] = [...(children.get(undefined) ?? [])];
  // The list grows while it is walked.
  for (const span of order) for (const child of children.get(span) ?? []) order.push(child);
  const calls = new Map<Span, Call>();
  const callsOf = (spans: readonly Span[]): readonly Call[] => spans.flatMap((span) => calls.get(span) ?? []);
  for (const span of order.reverse()) calls.set(span, { span, children: callsOf(children.get(span) ?? []) });
  return callsOf(children.get(undefined) ?? []);
}
