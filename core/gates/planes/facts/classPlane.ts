/** The planes that the classes of a diagram are named after. */
import { planeClassName } from '../../../lexicon/planes.ts';
import type { Plane } from '../../../lexicon/planes.ts';
import type { NodeSymbol } from '../../../mermaid/symbols/model.ts';

/** The plane that a class's name speaks of: `edgeStyle`, `statePlane`, `control`. */
export function classPlane(className: string, planes: readonly Plane[]): Plane | undefined {
  const bare = className.replace(/[-_]?(?:styles?|planes?|layers?|tiers?|class|colou?rs?|nodes?)$/i, '').toLowerCase();
  return planes.find((plane) => plane.name.toLowerCase() === bare || planeClassName(plane) === className);
}

/** Whether most of the nodes have a class that is named after a plane, and not all after the same. */
export function arePaintedByPlane(nodes: readonly NodeSymbol[], planes: readonly Plane[]): boolean {
  const painted = nodes.flatMap(({ classes }) => {
    const plane = classes.map((name) => classPlane(name, planes)).find((found) => found !== undefined);
    return plane ?? [];
  });
  return painted.length > nodes.length / 2 && new Set(painted).size > 1;
}
