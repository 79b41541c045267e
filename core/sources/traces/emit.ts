/** Writes traces as a sequence of calls, a waterfall, the critical path, and percentiles over all of them. */
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { oneLine } from '../labels.ts';
import type { EmitContext } from '../source.ts';
import { criticalPath } from './criticalPath.ts';
import type { PathPart } from './criticalPath.ts';
import { drawSequence } from './drawSequence.ts';
import { drawWaterfall } from './drawWaterfall.ts';
import { latencyStyle, msOf, percentile, roundParts } from './latency.ts';
import type { LatencyStyle } from './latency.ts';
import { durationOf } from './model.ts';
import type { Call, Span, Trace, Traces } from './model.ts';

const mostRows = 25;

export function emitTraces({ shown, all, isChosen }: Traces, { cite, title: given }: EmitContext): readonly Block[] {
  const title = given ?? 'Request';
  const style = latencyStyle(durationOf(shown));
  const root = longestRoot(shown);
  const path = root === undefined ? [] : criticalPath(root);
  const which = `trace ${oneLine(shown.id, 40)}`;
  const choice = all.length === 1 || isChosen ? which : `the slowest of ${all.length} traces, ${which}`;
  return [
    { kind: 'heading', level: 2, text: `${title}: where the latency budget goes` },
    drawSequence(shown, style, cite),
    { kind: 'heading', level: 3, text: `Waterfall of ${choice}${doubtsOf(shown)}` },
    drawWaterfall(shown, path, title, style, cite),
    { kind: 'heading', level: 3, text: 'Critical path' },
    pathTable(path, style, cite),
    ...(all.length > 1 ? operationTable(all, cite) : []),
  ];
}

/** What in a trace cannot be as it is written: callers that are missing, and clocks that differ. */
function doubtsOf({ roots, spans }: Trace): string {
  const lost = roots.filter(({ span }) => span.parent !== undefined && !span.isShared).length;
  const early = roots.reduce((sum, call) => sum + earlyIn(call), 0);
  const count = (number: number): string => `${number} of ${spans.length} spans`;
  return [
    lost === 0 ? '' : `, the caller of ${count(lost)} is missing`,
    early === 0 ? '' : `, ${count(early)} ${early === 1 ? 'begins' : 'begin'} before what called ${early === 1 ? 'it' : 'them'}: clocks differ`, // prettier-ignore
  ].join('');
}

/** How many spans begin before what called them, without a function that calls itself. */
function earlyIn(root: Call): number {
  let found = 0;
  const open = [root];
  for (let call = open.pop(); call !== undefined; call = open.pop()) {
    const { span } = call;
    found += call.children.filter((child) => child.span.start < span.start).length;
    open.push(...call.children);
  }
  return found;
}

/** Of a trace that lacks spans, the part that took longest. */
function longestRoot({ roots }: Trace): Call | undefined {
  return [...roots].sort((a, b) => durationOf(b.span) - durationOf(a.span))[0];
}

function pathTable(path: readonly PathPart[], style: LatencyStyle, cite: Cite): Block {
  const parts = fold(path);
  const whole = parts.reduce((sum, { own }) => sum + own, 0);
  const times = roundParts(parts.map(({ own }) => own / 1e6), style.decimals); // prettier-ignore
  const shares = roundParts(parts.map(({ own }) => (whole === 0 ? 0 : (100 * own) / whole)), 1); // prettier-ignore
  return {
    kind: 'table',
    columns: [
      { title: 'The request waited for' },
      { title: 'Service' },
      { title: 'Own time, ms', isFigure: true },
      { title: 'Share', isFigure: true },
    ],
    rows: [
      ...parts.map(({ name, service }, index) => [name, service, times[index] ?? '', `${shares[index] ?? ''}%`]),
      ['**Total**', '', `**${msOf(whole, style)}**`, whole === 0 ? '' : '**100%**'],
    ],
    from: `${cite(...placesOf(path.map(({ span }) => span)))}; own times along the critical path are computed`,
  };
}

interface PathRow {
  readonly name: string;
  readonly service: string;
  readonly own: number;
}

/** The longest one by one, the others together. */
function fold(path: readonly PathPart[]): readonly PathRow[] {
  const least = [...path].sort((a, b) => b.own - a.own)[mostRows - 1]?.own ?? 0;
  const kept = path.length <= mostRows ? path : path.filter(({ own }) => own > least);
  const rest = path.filter((part) => !kept.includes(part));
  const row = ({ span, own }: PathPart): PathRow => ({ name: oneLine(span.operation, 80), service: oneLine(span.service, 60), own }); // prettier-ignore
  if (rest.length === 0) return kept.map(row);
  const others = { name: `${rest.length} other spans`, service: '', own: rest.reduce((sum, { own }) => sum + own, 0) };
  return [...kept.map(row), others];
}

interface Operation {
  readonly service: string;
  readonly name: string;
  readonly times: readonly number[];
  readonly errors: number;
}

function operationTable(all: readonly Trace[], cite: Cite): readonly Block[] {
  const spans = all.flatMap((trace) => trace.spans);
  const operations = [...groupByOperation(spans)].sort((a, b) => sum(b.times) - sum(a.times));
  const rows = operations.slice(0, mostRows);
  const style = latencyStyle(Math.max(...rows.map(({ times }) => times.at(-1) ?? 0)));
  const some =
    operations.length > rows.length ? `, the ${rows.length} of ${operations.length} that take most time` : '';
  return [
    { kind: 'heading', level: 3, text: `Operations in ${all.length} traces${some}` },
    {
      kind: 'table',
      columns: [
        { title: 'Operation' },
        { title: 'Service' },
        { title: 'Calls', isFigure: true },
        { title: 'Errors', isFigure: true },
        { title: 'p50, ms', isFigure: true },
        { title: 'p95, ms', isFigure: true },
        { title: 'p99, ms', isFigure: true },
        { title: 'Slowest, ms', isFigure: true },
      ],
      rows: rows.map(({ service, name, times, errors }) => [
        oneLine(name, 80),
        oneLine(service, 60),
        String(times.length),
        String(errors),
        ...[0.5, 0.95, 0.99, 1].map((share) => msOf(percentile(times, share), style)),
      ]),
      from: `${cite(...placesOf(spans))}; percentiles are computed over all ${spans.length} spans (nearest rank)`,
    },
  ];
}

/** Some of many lines, with the first and the last: a comment names no more anyway. */
function placesOf(spans: readonly Span[]): readonly number[] {
  const lines = [...new Set(spans.map(({ line }) => line))].sort((a, b) => a - b);
  const every = Math.ceil(lines.length / 100);
  return lines.filter((_, index) => index % every === 0 || index === lines.length - 1);
}

function groupByOperation(spans: readonly Span[]): Iterable<Operation> {
  const groups = new Map<string, { service: string; name: string; times: number[]; errors: number }>();
  for (const span of spans) {
    const key = `${span.service}\n${span.operation}`;
    const group = groups.get(key) ?? { service: span.service, name: span.operation, times: [], errors: 0 };
    group.times.push(durationOf(span));
    if (span.error !== undefined) group.errors += 1;
    groups.set(key, group);
  }
  for (const group of groups.values()) group.times.sort((a, b) => a - b);
  return groups.values();
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
