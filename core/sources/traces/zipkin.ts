/** Spans of Zipkin, version 2. */
import type { SourceProblem } from '../source.ts';
import { fieldOf, textAt } from '../tree/model.ts';
import type { Mapping } from '../tree/model.ts';
import { filled, hasFields, makeSpan, peerOf, readKind } from './raw.ts';
import type { RawSpan } from './raw.ts';

export function zipkinSpan(mapping: Mapping): RawSpan | SourceProblem | undefined {
  if (!hasFields(mapping, 'traceId', 'id') || !(hasFields(mapping, 'timestamp') || hasFields(mapping, 'localEndpoint'))) return undefined; // prettier-ignore
  const tag = (name: string): string => textAt(mapping, 'tags', name);
  const error = fieldOf(mapping, 'tags', 'error');
  return makeSpan(
    mapping,
    {
      trace: textAt(mapping, 'traceId'),
      id: textAt(mapping, 'id'),
      parent: filled(textAt(mapping, 'parentId')),
      operation: filled(textAt(mapping, 'name')) ?? 'unnamed',
      spanKind: readKind(textAt(mapping, 'kind')),
      error: error === undefined ? undefined : (filled(tag('error')) ?? 'error'),
      peer: filled(textAt(mapping, 'remoteEndpoint', 'serviceName')) ?? peerOf(tag),
      isShared: textAt(mapping, 'shared') === 'true',
      service: filled(textAt(mapping, 'localEndpoint', 'serviceName')) ?? 'unknown service',
    },
    { start: fieldOf(mapping, 'timestamp'), duration: fieldOf(mapping, 'duration') },
    1000n,
  );
}
