/** Spans of OpenTelemetry, as its collector and SDKs export them in JSON. */
import type { SourceProblem } from '../source.ts';
import { entriesAt, fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Mapping, Tree } from '../tree/model.ts';
import { filled, hasFields, isRawSpan, makeSpan, messageIn, pairsOf, peerOf, readKind } from './raw.ts';
import type { RawSpan } from './raw.ts';

/** `{ "stringValue": "x" }`, `{ "intValue": "3" }`. */
function valueOf(pair: Tree): string {
  const [, value] = entriesAt(pair, 'value')[0] ?? [];
  return value?.kind === 'scalar' ? value.text : '';
}

export function otlpSpan(mapping: Mapping): RawSpan | SourceProblem | undefined {
  if (!hasFields(mapping, 'spanId', 'traceId') || fieldOf(mapping, 'startTimeUnixNano') === undefined) return undefined;
  const attribute = pairsOf(itemsAt(mapping, 'attributes'), valueOf);
  const isFailed = /^(?:2|STATUS_CODE_ERROR)$/.test(textAt(mapping, 'status', 'code'));
  const said = filled(textAt(mapping, 'status', 'message')) ?? messageIn(itemsAt(mapping, 'events'), 'attributes', valueOf) ?? filled(attribute('error.type')); // prettier-ignore
  return makeSpan(
    mapping,
    {
      trace: textAt(mapping, 'traceId'),
      id: textAt(mapping, 'spanId'),
      parent: filled(textAt(mapping, 'parentSpanId').replace(/^0+$/, '')),
      operation: filled(textAt(mapping, 'name')) ?? 'unnamed',
      spanKind: readKind(textAt(mapping, 'kind')),
      error: isFailed ? (said ?? 'error') : undefined,
      peer: peerOf(attribute),
      isShared: false,
      service: '',
    },
    { start: fieldOf(mapping, 'startTimeUnixNano'), end: fieldOf(mapping, 'endTimeUnixNano') ?? noEnd(mapping) },
    1n,
  );
}

const noEnd = ({ line }: Mapping): Tree => ({ kind: 'scalar', text: '', line });

/** Gives the spans of a resource their service; says whether the mapping was one. */
export function otlpResource(mapping: Mapping): boolean {
  const scopes = [...itemsAt(mapping, 'scopeSpans'), ...itemsAt(mapping, 'instrumentationLibrarySpans')];
  if (scopes.length === 0) return false;
  const service = filled(pairsOf(itemsAt(mapping, 'resource', 'attributes'), valueOf)('service.name'));
  for (const span of scopes.flatMap((scope) => itemsAt(scope, 'spans'))) {
    if (isRawSpan(span)) span.service = service ?? 'unknown service';
  }
  return true;
}
