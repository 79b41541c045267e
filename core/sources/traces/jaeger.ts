/** Spans of Jaeger, as its interface and its query service give them. */
import type { SourceProblem } from '../source.ts';
import { fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Mapping, Tree } from '../tree/model.ts';
import { filled, hasFields, isRawSpan, makeSpan, messageIn, pairsOf, peerOf, readKind } from './raw.ts';
import type { RawSpan } from './raw.ts';

const valueOf = (pair: Tree): string => textAt(pair, 'value');

export function jaegerSpan(mapping: Mapping): RawSpan | SourceProblem | undefined {
  if (!hasFields(mapping, 'spanID', 'traceID', 'operationName')) return undefined;
  const tag = pairsOf(itemsAt(mapping, 'tags'), valueOf);
  const references = itemsAt(mapping, 'references');
  const parent = references.find((each) => textAt(each, 'refType') === 'CHILD_OF') ?? references[0];
  const isFailed = tag('error') === 'true' || tag('otel.status_code') === 'ERROR';
  const said = filled(tag('otel.status_description')) ?? filled(tag('error.message')) ?? messageIn(itemsAt(mapping, 'logs'), 'fields', valueOf); // prettier-ignore
  return makeSpan(
    mapping,
    {
      trace: textAt(mapping, 'traceID'),
      id: textAt(mapping, 'spanID'),
      parent: filled(textAt(parent, 'spanID')) ?? filled(textAt(mapping, 'parentSpanID')),
      operation: filled(textAt(mapping, 'operationName')) ?? 'unnamed',
      spanKind: readKind(tag('span.kind')),
      error: isFailed ? (said ?? 'error') : undefined,
      peer: peerOf(tag),
      isShared: false,
      // The key of its process, until the trace that tells them is complete.
      service: filled(textAt(mapping, 'process', 'serviceName')) ?? textAt(mapping, 'processID'),
    },
    { start: fieldOf(mapping, 'startTime'), duration: fieldOf(mapping, 'duration') },
    1000n,
  );
}

/** Gives the spans of a trace their services; says whether the mapping was one. */
export function jaegerTrace(mapping: Mapping): boolean {
  if (!hasFields(mapping, 'spans', 'processes')) return false;
  for (const span of itemsAt(mapping, 'spans')) {
    if (isRawSpan(span)) span.service = filled(textAt(mapping, 'processes', span.service, 'serviceName')) ?? span.service; // prettier-ignore
  }
  return true;
}
