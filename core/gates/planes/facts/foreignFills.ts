/** The fills of a diagram's components that are no plane's, by where they are written. */
import { groupBy } from '../../../groupBy.ts';
import type { Plane } from '../../../lexicon/planes.ts';
import type { GivenColour } from './nodeColours.ts';
import { readColours } from './nodeColours.ts';
import { classPlane } from './classPlane.ts';
import type { ColouredComponent, PlaneColours } from './planeColours.ts';

export interface ForeignFill {
  readonly given: GivenColour;
  readonly components: readonly ColouredComponent[];
  /** The plane its class is named after. */
  readonly named: Plane | undefined;
  /** The plane in which all that it paints live. */
  readonly common: Plane | undefined;
}

export function findForeignFills({ symbols, components, planes }: PlaneColours): readonly ForeignFill[] {
  const { of } = readColours(symbols);
  const painted = groupBy(symbols.nodes, (node) => of(node).fill?.declaration);
  const foreign = components.flatMap((component) =>
    component.fill === undefined || component.shown !== undefined || component.isMarked
      ? []
      : [{ component, given: component.fill }],
  );
  return [...groupBy(foreign, ({ given }) => given.declaration)].flatMap(([declaration, found]) => {
    const [first] = found;
    if (first === undefined) return [];
    const { given, component } = first;
    const named = given.className === undefined ? undefined : classPlane(given.className, planes);
    const isCommon =
      painted.get(declaration)?.length === found.length &&
      found.every(({ component: other }) => other.planes[0] === component.planes[0]);
    const common = isCommon ? component.planes[0] : undefined;
    return [{ given, components: found.map((each) => each.component), named, common }];
  });
}
