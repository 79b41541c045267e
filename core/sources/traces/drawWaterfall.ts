/** Draws when each span ran: a bar a span, by service, with those the request waited for marked as critical. */
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { comment, planText } from '../labels.ts';
import { writeLatency } from './latency.ts';
import type { LatencyStyle } from './latency.ts';
import type { PathPart } from './criticalPath.ts';
import { durationOf } from './model.ts';
import type { Span, Trace } from './model.ts';

const mostBars = 40;

/** A chart's finest step is a millisecond; short traces are drawn with a microsecond for each. */
const shortest = 100e6;

export function drawWaterfall(
  trace: Trace,
  path: readonly PathPart[],
  title: string,
  style: LatencyStyle,
  cite: Cite,
): Block {
  const whole = durationOf(trace);
  const [unit, step] = whole < shortest ? ['µs', 1e3] : ['ms', 1e6];
  const critical = new Set(path.map(({ span }) => span));
  const spans = keep(trace.spans, critical);
  const left = trace.spans.length - spans.length;
  const services = [...new Set(spans.map(({ service }) => service))];
  const place = (time: number): number => Math.round((time - trace.start) / step);
  const bar = (span: Span): readonly string[] => {
    const tags = critical.has(span) ? ['crit'] : [];
    const start = place(span.start);
    const failed = span.error === undefined ? '' : ', failed';
    const name = planText(`${span.operation}, ${writeLatency(durationOf(span), style)}${failed}`, 80);
    return [
      `    ${comment(cite(span.line))}`,
      `    ${name} :${[...tags, String(start), String(Math.max(place(span.end), start + 1))].join(', ')}`,
    ];
  };
  return {
    kind: 'diagram',
    lines: [
      'gantt',
      `    title ${planText(title)}: ${writeLatency(whole, style)}, axis in ${unit}${left > 0 ? `, the ${spans.length} longest of ${trace.spans.length} spans` : ''}`,
      '    dateFormat x',
      '    axisFormat %Q',
      `    tickInterval ${tickOf(whole / step)}millisecond`,
      ...services.flatMap((service) => [
        `    section ${planText(service, 40)}`,
        ...spans.filter((span) => span.service === service).flatMap(bar),
      ]),
    ],
  };
}

/** Those the request waited for, then the longest; in order of start. */
function keep(spans: readonly Span[], critical: ReadonlySet<Span>): readonly Span[] {
  const ranked = [...spans].sort((a, b) => Number(critical.has(b)) - Number(critical.has(a)) || durationOf(b) - durationOf(a)); // prettier-ignore
  const kept = new Set(ranked.slice(0, mostBars));
  return spans.filter((span) => kept.has(span));
}

/** About eight ticks: 1, 2 or 5 and zeros. */
function tickOf(whole: number): number {
  const rough = Math.max(1, whole / 8);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((tick) => tick >= rough) ?? power;
}
