/** DG048: a node asks for a shape that Mermaid does not have. */
import { matchesOf } from '../../matches.ts';
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { shapeNames } from '../../mermaid/shapeNames.ts';
import { findNearest } from '../../nearest.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { replaceBy } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG048',
  alias: 'unknown-shape',
  gate: 'renders',
  severity: 'error',
  title: 'A node asks for a shape that Mermaid does not have.',
  why: 'One unknown shape and Mermaid refuses the whole diagram, not only the node.',
  fixable: true,
};

const shape = /@\{[^{}]*?\bshape\s*:\s*(["']?)([^\s"',}]+)\1/dg;

export const unknownShape: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ masked, fault }: BrokenDiagram): Iterable<Proposal> {
    if (!fault.message.startsWith('No such shape')) return;
    for (const match of matchesOf(shape, masked)) {
      const name = match[2] ?? '';
      const place = match.indices?.[2];
      if (place === undefined || shapeNames.includes(name)) continue;
      const span = { start: place[0], end: place[1] };
      const nearest = nearestShape(name);
      const advice =
        nearest === undefined ? 'Name one it has, such as `rect` or `cyl`.' : `Did you mean \`${nearest}\`?`;
      yield {
        span,
        message: `Mermaid has no shape \`${name}\`. ${advice}`,
        edits: [replaceBy(span, nearest ?? 'rect')],
        fix: nearest === undefined ? undefined : `Change to \`${nearest}\``,
        hidden: true,
        weight: 6,
      };
    }
  },
};

/** Shapes are written in small letters with hyphens; what else differs is a slip. */
function nearestShape(name: string): string | undefined {
  const plain = name.toLowerCase().replaceAll('_', '-');
  return shapeNames.includes(plain) ? plain : findNearest(plain, shapeNames);
}
