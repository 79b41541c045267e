/** Traces: who called whom, what each call took, and what the request waited for. Spans do not lie, summaries do. */
import { defineSource } from './source.ts';
import { emitTraces } from './traces/emit.ts';
import { readTraces } from './traces/read.ts';

export const traces = defineSource({
  id: 'traces',
  title: 'Traces',
  reads: 'traces in JSON: OpenTelemetry (OTLP, whole or a line each), Jaeger, Zipkin v2',
  makes:
    'a sequence diagram with measured latencies, a waterfall, the critical path, and p50, p95 and p99 over many traces',
  files: ['*.json', '*.jsonl'],
  // It is read in steps, and spans are made small while it is.
  mostBytes: 128_000_000,
  options: [
    {
      name: 'trace',
      label: 'The id of the trace to draw, or how it begins',
      otherwise: 'the slowest one',
      problemOf: (value) => (/^[\w-]{1,64}$/.test(value.trim()) ? undefined : 'write the id of a trace'),
    },
  ],
  detect({ head }) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"resourceSpans"\s*:/.test(head)) return 0.95;
    if (/"traceID"\s*:/.test(head) && /"(?:operationName|spans)"\s*:/.test(head)) return 0.95;
    return /"traceId"\s*:/.test(head) && /"(?:localEndpoint|timestamp)"\s*:/.test(head) ? 0.9 : 0;
  },
  parse: readTraces,
  emit: emitTraces,
});
