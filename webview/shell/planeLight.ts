/** Lights the parts of one plane in a picture: everything else is dimmed by the picture's style sheet. */
import { partNames } from '../../core/protocol.ts';
import type { PartIndex } from './parts.ts';

/** Lights `nodes` and the edges between them; without any, nothing is dimmed. */
export function lightNodes(svg: SVGSVGElement, parts: PartIndex, nodes: readonly string[] | undefined): void {
  for (const lit of svg.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
  svg.toggleAttribute('data-dimmed', nodes !== undefined);
  if (nodes === undefined) return;
  for (const id of nodes) {
    for (const element of parts.elementsNamed([partNames.node(id)])) element.setAttribute('data-lit', '');
  }
  const ids = new Set(nodes);
  for (const edge of svg.querySelectorAll('[data-id]')) {
    if (isBetween(edge.getAttribute('data-id') ?? '', ids)) edge.setAttribute('data-lit', '');
  }
}

/** Whether an edge's id, `L_from_to_0`, names two of the nodes; their own ids may have underscores. */
function isBetween(edge: string, ids: ReadonlySet<string>): boolean {
  const ends = /^L_(.+)_\d+$/.exec(edge)?.[1];
  if (ends === undefined) return false;
  for (let at = ends.indexOf('_'); at !== -1; at = ends.indexOf('_', at + 1)) {
    if (ids.has(ends.slice(0, at)) && ids.has(ends.slice(at + 1))) return true;
  }
  return false;
}
