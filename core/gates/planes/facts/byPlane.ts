/** Sorts the components of an architecture by plane, for a legend of what is drawn. */
import type { Plane } from '../../../lexicon/planes.ts';
import type { DiagramPlane } from '../../../model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readArchitecture } from './architecture.ts';
import { rememberByPlanes } from './byPlanes.ts';
import { readPlaneColours } from './planeColours.ts';

/** In the planes' order, those without components left out. */
export const sortByPlane = rememberByPlanes((facts: DiagramFacts, asked: readonly Plane[]): readonly DiagramPlane[] => {
  const { components, planes } = readArchitecture(facts, asked);
  const reading = readPlaneColours(facts, asked);
  const shown = new Map(reading?.components.map((component) => [component.node, component.shown?.plane]));
  const palette = reading?.palette ?? 0;
  return planes.flatMap((plane) => {
    const nodes = components
      // Where a component may live in several planes, its colour says in which it does.
      .filter((component) => {
        const coloured = shown.get(component.node);
        return (
          (coloured !== undefined && component.planes.includes(coloured) ? coloured : component.planes[0]) === plane
        );
      })
      .map(({ node }) => node.id);
    return nodes.length === 0 ? [] : [{ name: plane.name, fill: plane.fills[palette] ?? plane.fills[0] ?? '', nodes }];
  });
});
