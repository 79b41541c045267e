/** The places of a match's groups. */
import type { Span } from '../../model.ts';

/** The spans of the groups of a match made with the `d` flag on a text that starts at `offset` of the diagram's text. */
export function matchSpans(match: RegExpExecArray | null, offset: number): readonly (Span | undefined)[] {
  return (match?.indices ?? [])
    .slice(1)
    .map((pair: [number, number] | undefined) =>
      pair === undefined ? undefined : { start: offset + pair[0], end: offset + pair[1] },
    );
}
