/** The fills of a diagram's components that are no plane's, by where they are written. */
import type { Plane } from '../../../lexicon/planes.ts';
import type { StatementSymbol } from '../../../mermaid/symbols/model.ts';
import type { GivenColour } from './nodeColours.ts';
import { readColours } from './nodeColours.ts';
import { classPlane } from './planeColours.ts';
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
  const byPlace = new Map<StatementSymbol['declarations'][number], ColouredComponent[]>();
  const given = new Map<StatementSymbol['declarations'][number], GivenColour>();
  for (const component of components) {
    const { fill, shown } = component;
    if (fill === undefined || shown !== undefined) continue;
    given.set(fill.declaration, fill);
    const known = byPlace.get(fill.declaration);
    if (known === undefined) byPlace.set(fill.declaration, [component]);
    else known.push(component);
  }
  const painted = new Map<StatementSymbol['declarations'][number], number>();
  for (const node of symbols.nodes) {
    const { fill } = readColours(symbols).of(node);
    if (fill !== undefined) painted.set(fill.declaration, (painted.get(fill.declaration) ?? 0) + 1);
  }
  return [...byPlace].flatMap(([declaration, own]) => {
    const fill = given.get(declaration);
    if (fill === undefined) return [];
    const named = fill.className === undefined ? undefined : classPlane(fill.className, planes);
    const [first] = own;
    const isAll = painted.get(declaration) === own.length;
    const common = own.every(({ planes: [plane] }) => plane === first?.planes[0]) ? first?.planes[0] : undefined;
    return [{ given: fill, components: own, named, common: isAll ? common : undefined }];
  });
}
