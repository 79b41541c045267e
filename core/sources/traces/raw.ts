/** A span as a file of any recorder tells it, before it is known which service it belongs to; and how its fields are read. */
import type { SourceProblem } from '../source.ts';
import { fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Mapping, Tree } from '../tree/model.ts';
import type { SpanKind } from './model.ts';

/** Takes the place of its mapping in the file's tree, so that what encloses it finds it. */
export interface RawSpan extends Mapping {
  readonly trace: string;
  readonly id: string;
  readonly parent: string | undefined;
  readonly operation: string;
  readonly spanKind: SpanKind;
  /** In nanoseconds since the epoch. */
  readonly start: bigint;
  readonly end: bigint;
  readonly error: string | undefined;
  readonly peer: string | undefined;
  readonly isShared: boolean;
  /** Told by what encloses the span in most formats. */
  service: string;
}

const noFields: Mapping['fields'] = new Map();

/** What is left of a mapping that is done with. */
export const emptied = ({ line }: Mapping): Mapping => ({ kind: 'map', fields: noFields, line });

export const isRawSpan = (tree: Tree): tree is RawSpan => 'spanKind' in tree;

/** A span, or what is wrong with it; its times as the file writes them and what one unit of them is in nanoseconds. */
export function makeSpan(
  mapping: Mapping,
  told: Pick<RawSpan, 'trace' | 'id' | 'parent' | 'operation' | 'spanKind' | 'error' | 'peer' | 'isShared' | 'service'>,
  times: { readonly start: Tree | undefined; readonly end?: Tree | undefined; readonly duration?: Tree | undefined },
  unit: bigint,
): RawSpan | SourceProblem {
  const { line } = mapping;
  if (told.trace === '' || told.id === '') return { problem: 'this span has no id, or belongs to no trace', line };
  const start = readTime(times.start);
  if (start === undefined) return { problem: `this span has no time at which it starts, ${asDigits}`, line: times.start?.line ?? line }; // prettier-ignore
  const last = times.end ?? times.duration;
  const read = readTime(last);
  if (read === undefined) return { problem: `this span does not say ${times.end === undefined ? 'how long it took' : 'when it ends'}, ${asDigits}`, line: last?.line ?? line }; // prettier-ignore
  const end = times.end === undefined ? start + read : read;
  if (end < start) return { problem: 'this span ends before it starts', line: last?.line ?? line };
  if (end - start > longest / unit) return { problem: 'this span takes longer than a month', line: last?.line ?? line };
  return { ...emptied(mapping), ...told, start: start * unit, end: end * unit };
}

const asDigits = 'written in digits';
/** Thirty days, in nanoseconds: with what lies between the spans it stays exact. */
const longest = 2_592_000_000_000_000n;

const readTime = (tree: Tree | undefined): bigint | undefined =>
  tree?.kind === 'scalar' && /^\d{1,20}$/.test(tree.text) ? BigInt(tree.text) : undefined;

export const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** Names of attributes that say what a client calls, the most telling first. */
const peerAttributes = ['peer.service', 'db.system.name', 'db.system', 'messaging.system', 'rpc.service', 'server.address', 'net.peer.name', 'http.host', 'peer.hostname', 'db.type'] as const; // prettier-ignore

export const peerOf = (attribute: (name: string) => string): string | undefined =>
  peerAttributes.map((name) => filled(attribute(name))).find((found) => found !== undefined);

/** `SPAN_KIND_CLIENT`, `CLIENT`, `client` or OpenTelemetry's number. */
export function readKind(written: string): SpanKind {
  const name = written.replace(/^SPAN_KIND_/, '').toLowerCase();
  const kinds: readonly SpanKind[] = ['internal', 'server', 'client', 'producer', 'consumer'];
  return kinds.find((kind, index) => kind === name || String(index + 1) === name) ?? 'internal';
}

/** A lookup in a list of `{ key, value }`. */
export function pairsOf(list: readonly Tree[], valueOf: (pair: Tree) => string): (name: string) => string {
  return (name) => {
    const pair = list.find((each) => textAt(each, 'key') === name);
    return pair === undefined ? '' : valueOf(pair);
  };
}

/** The message of a recorded exception, among the events or logs of a span. */
export function messageIn(events: readonly Tree[], list: string, valueOf: (pair: Tree) => string): string | undefined {
  for (const event of events) {
    const attribute = pairsOf(itemsAt(event, list), valueOf);
    const found = ['exception.message', 'error.object', 'message'].map((name) => filled(attribute(name)));
    const isError = textAt(event, 'name') === 'exception' || /error|exception/i.test(attribute('event'));
    const message = found.find((each) => each !== undefined);
    if (message !== undefined && isError) return message;
  }
  return undefined;
}

export const hasFields = (mapping: Mapping, ...names: readonly string[]): boolean =>
  names.every((name) => fieldOf(mapping, name) !== undefined);
