/**
 * The messages of a comparison: extension host <-> its page. Two versions of a page, diagram by diagram, with what changed.
 * The rules are those of protocol.ts: every message is parsed by the side that receives it, every request is answered.
 */
import { longestDiagram, longestMessage, mostDiagrams, partNameList } from './protocol.ts';
import { either, list, oneOf, optional, parser, record, text, whole } from './shape.ts';
import type { Shape } from './shape.ts';

/** Of more changes in one diagram nobody reads the list. */
export const mostChanges = 500;
const longestWords = 500;

const seq = whole();
const place = whole(0, mostDiagrams);

const comparedSide = record({
  key: text(200),
  text: text(longestDiagram),
  /** Mermaid's own name of the diagram type. */
  type: optional(text(100)),
  /** What Mermaid's parser said; such a text is not drawn. */
  fault: optional(text(longestMessage)),
});
export type ComparedSide = Shape<typeof comparedSide>;

const comparedPart = record({
  kind: oneOf('added', 'removed', 'changed'),
  words: text(longestWords),
  was: optional(text(longestWords)),
  before: partNameList,
  after: partNameList,
});
export type ComparedPart = Shape<typeof comparedPart>;

const comparedPair = record({
  /** For people: what the diagram is called, and where it stands. */
  title: text(longestWords),
  status: oneOf('added', 'removed', 'changed', 'unchanged'),
  before: optional(comparedSide),
  after: optional(comparedSide),
  /** Which diagram of the page as it is now; absent when it is gone. */
  diagram: optional(place),
  /** Absent where nobody reads the type. */
  changes: optional(list(comparedPart, mostChanges)),
});
export type ComparedPair = Shape<typeof comparedPair>;

const comparison = record({
  uri: text(8_000),
  /** Of the document as it is now. */
  version: whole(),
  name: text(),
  /** For people: which version it is compared with. */
  base: text(),
  pairs: list(comparedPair, 2 * mostDiagrams),
});
export type Comparison = Shape<typeof comparison>;

const hostToComparison = either(
  /** Answered by `compared`. */
  record({ type: oneOf('compare'), seq, comparison }),
  /** There is nothing to compare; the words say why. Answered by `compared`. */
  record({ type: oneOf('cannot'), seq, title: text(), hint: text() }),
  /** The answers to the page's requests. */
  record({ type: oneOf('done'), seq }),
  record({ type: oneOf('refused'), seq, problem: text() }),
);
export type HostToComparison = Shape<typeof hostToComparison>;
export const parseHostToComparison = parser(hostToComparison);

const comparisonToHost = either(
  record({ type: oneOf('ready'), protocol: whole() }),
  /** All that can be seen is drawn, or a newer message took its place. */
  record({ type: oneOf('compared'), seq, outcome: oneOf('settled', 'superseded') }),
  /** Select the diagram in the editor; answered by `done` or `refused`. */
  record({ type: oneOf('reveal'), seq, uri: text(8_000), version: whole(), diagram: place }),
  /** For the log; no answer. */
  record({ type: oneOf('note'), level: oneOf('debug', 'info', 'warn', 'error'), message: text() }),
);
export type ComparisonToHost = Shape<typeof comparisonToHost>;
export const parseComparisonToHost = parser(comparisonToHost);
