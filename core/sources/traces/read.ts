/** Reads traces of OpenTelemetry (OTLP JSON, whole or a line each), Jaeger and Zipkin, in steps. */
import type { OptionValues, Read, SourceInput, SourceProblem, Steps } from '../source.ts';
import { readJsonTrees } from '../tree/json.ts';
import { fieldOf } from '../tree/model.ts';
import type { Mapping, Tree } from '../tree/model.ts';
import { buildTraces } from './build.ts';
import { jaegerSpan, jaegerTrace } from './jaeger.ts';
import type { Traces } from './model.ts';
import { otlpResource, otlpSpan } from './otlp.ts';
import { emptied } from './raw.ts';
import type { RawSpan } from './raw.ts';
import { zipkinSpan } from './zipkin.ts';

export function* readTraces({ text }: SourceInput, options: OptionValues): Steps<Read<Traces>> {
  const spans: RawSpan[] = [];
  const problems: SourceProblem[] = [];
  // A span is made small as soon as it is complete, and what encloses spans is let go: a large file fits into memory.
  const reduce = (mapping: Mapping): Tree => {
    const span = otlpSpan(mapping) ?? jaegerSpan(mapping) ?? zipkinSpan(mapping);
    if (span === undefined) return otlpResource(mapping) || jaegerTrace(mapping) ? emptied(mapping) : mapping;
    if ('problem' in span) {
      problems.push(span);
      return emptied(mapping);
    }
    spans.push(span);
    return span;
  };
  const read = yield* readJsonTrees(text, reduce);
  if ('problem' in read) return read;
  const [problem] = problems;
  if (problem !== undefined) return problem;
  return spans.length === 0 ? noSpans(read) : yield* buildTraces(spans, options['trace']);
}

function noSpans([root]: readonly Tree[]): SourceProblem {
  const isEmpty = fieldOf(root, 'resourceSpans') !== undefined || fieldOf(root, 'data') !== undefined;
  return {
    problem: isEmpty
      ? 'there is no span in it'
      : 'these are no traces: neither OTLP JSON (resourceSpans), nor Jaeger (data, spans), nor Zipkin v2 (a list of spans)',
    line: root?.line,
  };
}
