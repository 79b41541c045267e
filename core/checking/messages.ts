/** Reads messages between a host and its checker: what is not one of them is refused. */
import type { CheckedDocument } from '../model.ts';
import type { Reader } from '../shape.ts';
import { either, flag, list, oneOf, optional, parser, record, text, whole } from '../shape.ts';
import { isPath } from '../workspace/paths.ts';
import { checkerParts, mostPlaces } from './protocol.ts';
import type { CheckRequest, FromChecker, ToChecker } from './protocol.ts';

const seq = whole();
const key = text(200);
const anyText = text(Number.MAX_SAFE_INTEGER);
/** A path that cannot lead out of its workspace folder. */
const path: Reader<string> = (raw) => (typeof raw === 'string' && isPath(raw) ? { value: raw } : undefined);
const paths = list(path, mostPlaces);
const names = list(anyText, 100_000);
const listing = record({ files: names, folders: names, ignores: optional(anyText) });
const kind = oneOf('markdown', 'mermaid', 'configuration');

/** The worker's text is checked by its own parsers; settings were read by the host, so only their kind matters here. */
const settings: Reader<CheckRequest['settings']> = (raw) =>
  typeof raw === 'object' && raw !== null ? { value: raw } : undefined;

const requestFields = record({
  uri: anyText,
  version: whole(Number.MIN_SAFE_INTEGER),
  kind,
  text: anyText,
  settings,
  configFiles: list(record({ path: anyText, text: anyText, document: anyText }), 1_000),
  extendsProblem: optional(anyText),
  baseline: optional(list(record({ rule: anyText, text: anyText, near: anyText }), Number.MAX_SAFE_INTEGER)),
  place: optional(record({ root: anyText, path })),
  isPart: optional(flag),
  isOnce: optional(flag),
});

/** What a request does not say is not there, either, once it was read. */
const request: Reader<CheckRequest> = (raw) => {
  const read = requestFields(raw);
  if (read === undefined) return undefined;
  const { extendsProblem, baseline, place, isPart, isOnce, ...others } = read.value;
  return {
    value: {
      ...others,
      ...(extendsProblem === undefined ? {} : { extendsProblem }),
      ...(baseline === undefined ? {} : { baseline }),
      ...(place === undefined ? {} : { place }),
      ...(isPart === undefined ? {} : { isPart }),
      ...(isOnce === undefined ? {} : { isOnce }),
    },
  };
};

/** Both ends are built from the same sources: the outline is checked, the parts are believed. */
const document: Reader<CheckedDocument> = (raw) => {
  const outline = record({
    uri: anyText,
    version: whole(Number.MIN_SAFE_INTEGER),
    kind,
    diagrams: anyList,
    findings: anyList,
    gates: anyList,
  })(raw);
  // The outline was read just above, and the parts come from our own engine.
  return outline === undefined ? undefined : { value: raw as CheckedDocument };
};

function anyList(raw: unknown): { readonly value: readonly unknown[] } | undefined {
  return Array.isArray(raw) ? { value: raw } : undefined;
}

const toChecker: Reader<ToChecker> = either(
  record({ type: oneOf('check'), seq, request, tooSlow: list(key, 10_000) }),
  record({ type: oneOf('cancel'), seq }),
  record({ type: oneOf('part'), part: oneOf(...checkerParts), source: anyText }),
  record({ type: oneOf('no-part'), part: oneOf(...checkerParts), problem: anyText }),
  record({
    type: oneOf('found'),
    id: seq,
    folders: list(record({ path, content: optional(listing) }), mostPlaces),
    pages: list(record({ path, text: optional(anyText) }), mostPlaces),
  }),
  record({ type: oneOf('forget'), root: anyText, changed: paths }),
);

const fromChecker: Reader<FromChecker> = either(
  record({ type: oneOf('ready'), mermaid: anyText }),
  record({ type: oneOf('wants'), part: oneOf(...checkerParts) }),
  record({ type: oneOf('look'), id: seq, root: anyText, folders: paths, pages: paths }),
  record({ type: oneOf('log'), message: anyText }),
  record({ type: oneOf('parsing', 'parsed'), seq, key }),
  record({ type: oneOf('checked'), seq, document }),
  record({ type: oneOf('cancelled'), seq }),
  record({ type: oneOf('failed'), seq, problem: anyText }),
);

/** A message to the checker; undefined for anything else. */
export const parseToChecker: (raw: unknown) => ToChecker | undefined = parser(toChecker);

/** A message from the checker; undefined for anything else. */
export const parseFromChecker: (raw: unknown) => FromChecker | undefined = parser(fromChecker);

/** The number of a request that is otherwise not understood, so that it can be answered. */
export function readSeq(raw: unknown): number | undefined {
  return record({ type: oneOf('check'), seq })(raw)?.value.seq;
}
