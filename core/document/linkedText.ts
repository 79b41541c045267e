/** Text in which links may stand, and the way from it back to the source. */
import type { Span } from '../model.ts';

/** Parts of the source, character for character, put together with `joint` between them. */
export interface LinkedText {
  readonly form: 'markdown' | 'html';
  readonly text: string;
  readonly pieces: readonly Span[];
  readonly joint: '' | '\n';
}

/** Maps spans of `linked.text` to the source; a span over several pieces takes in what stands between them. */
export function sourceSpans(linked: LinkedText): (span: Span) => Span {
  const starts: number[] = [];
  let length = 0;
  for (const piece of linked.pieces) {
    starts.push(length);
    length += piece.end - piece.start + linked.joint.length;
  }
  const toSource = (index: number, offset: number): number =>
    (linked.pieces[index]?.start ?? 0) + offset - (starts[index] ?? 0);
  return ({ start, end }) => {
    const first = lastAtMost(starts, start);
    // Where two pieces meet, a span that ends there ends with the first of them.
    const last = end > start ? lastAtMost(starts, end - 1) : first;
    return { start: toSource(first, start), end: toSource(last, end) };
  };
}

/** The index of the last of the ascending `values` that is not above `limit`; 0 when all are. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
