/** The ids that authors give to diagrams: ```` ```mermaid {#checkout} ````. */
import { matchesOf } from '../../../matches.ts';
import { remember } from '../../../memo.ts';
import type { Span } from '../../../model.ts';
import type { DocumentFacts } from '../../rule.ts';

export interface DiagramId {
  readonly id: string;
  /** The id without its `#` and quotes. */
  readonly span: Span;
}

/** `{#id}`, `{#id .mermaid}` and `id="id"` between braces. */
const attributes = /\{[^{}\n]*\}/;
const name = /(?:[\s{]#|[\s{]id\s*=\s*["']?)([^\s"'{}#.=]+)/dg;

/** The diagrams' ids, in order of place. */
export const readDiagramIds: (facts: DocumentFacts) => readonly DiagramId[] = remember(({ model, diagrams }) =>
  diagrams.flatMap(({ block: { info } }) => {
    if (info === undefined) return [];
    const list = attributes.exec(model.text.slice(info.start, info.end));
    const place = list === null ? undefined : matchesOf(name, list[0])[0]?.indices?.[1];
    if (list === null || place === undefined) return [];
    const span = { start: info.start + list.index + place[0], end: info.start + list.index + place[1] };
    return [{ id: model.text.slice(span.start, span.end), span }];
  }),
);
