/** Holds the colours of an architecture's components against the planes' colours. */
import { isSameColour, parseColour } from '../../../colour/colour.ts';
import type { Plane } from '../../../lexicon/planes.ts';
import type { DiagramSymbols } from '../../../mermaid/symbols/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readArchitecture } from './architecture.ts';
import type { Component } from './architecture.ts';
import { rememberByPlanes } from './byPlanes.ts';
import { classPlane } from './classPlane.ts';
import { readColours } from './nodeColours.ts';
import type { GivenColour } from './nodeColours.ts';

/** A fill that belongs to a plane. */
export interface PlaneFill {
  readonly plane: Plane;
  /** Which of the planes' palettes it is from. */
  readonly palette: number;
}

export interface ColouredComponent extends Component {
  /** What its author painted it with. */
  readonly fill: GivenColour | undefined;
  /** The plane that this colour means. */
  readonly shown: PlaneFill | undefined;
  /** Its plane's colour is given, too, and another one laid over it on purpose: "degraded". */
  readonly isMarked: boolean;
}

export interface PlaneColours {
  readonly symbols: DiagramSymbols;
  readonly planes: readonly Plane[];
  /** `planes`: the diagram means planes by its colours; `none`: it hardly has any. */
  readonly scheme: 'planes' | 'none';
  readonly components: readonly ColouredComponent[];
  /** The palette most of the components are painted from. */
  readonly palette: number;
}

/** Less than this share of painted components is a highlight and no scheme of colours: consistent would be more. */
const leastScheme = 0.5;
/** How many of the colours must say what the components are, for them to be about planes. */
const leastAgreement = 0.7;

/** Undefined where the question does not arise: the diagram is no architecture, or its colours mean something else. */
export const readPlaneColours = rememberByPlanes(read);

function read(facts: DiagramFacts, asked: readonly Plane[]): PlaneColours | undefined {
  const { isArchitecture, components, planes } = readArchitecture(facts, asked);
  const { symbols } = facts;
  if (!isArchitecture || symbols === undefined || components.length === 0) return undefined;
  const coloured = colourComponents(symbols, components, planes);
  const scheme = schemeOf(coloured, planes);
  return scheme === 'other'
    ? undefined
    : { symbols, planes, scheme, components: coloured, palette: usualPalette(coloured) };
}

/** Whether the gate is about a diagram; Mermaid's own architecture diagrams are meant, though nothing in them takes a colour. */
export const hasPlanes = (facts: DiagramFacts, planes: readonly Plane[]): boolean =>
  readPlaneColours(facts, planes) !== undefined ||
  (facts.symbols?.type === 'architecture' && readArchitecture(facts, planes).isArchitecture);

/** The components with their colours, whatever these mean. */
export function colourComponents(
  symbols: DiagramSymbols,
  components: readonly Component[],
  planes: readonly Plane[],
): readonly ColouredComponent[] {
  const colours = readColours(symbols);
  return components.map((component) => {
    const { fill, covered } = colours.of(component.node);
    const planeOf = ({ declaration }: GivenColour): PlaneFill | undefined => findPlaneFill(declaration.value, planes);
    const shown = fill && planeOf(fill);
    return { ...component, fill, shown, isMarked: shown === undefined && covered.some((given) => planeOf(given)) };
  });
}

/** The plane that a colour means. */
function findPlaneFill(value: string, planes: readonly Plane[]): PlaneFill | undefined {
  const colour = parseColour(value);
  if (colour === undefined) return undefined;
  for (const plane of planes) {
    const palette = plane.fills.findIndex((fill) => {
      const own = parseColour(fill);
      return own !== undefined && isSameColour(own, colour);
    });
    if (palette !== -1) return { plane, palette };
  }
  return undefined;
}

function schemeOf(components: readonly ColouredComponent[], planes: readonly Plane[]): 'planes' | 'none' | 'other' {
  const painted = components.filter(({ fill }) => fill !== undefined);
  if (painted.length === 0) return 'none';
  const shown = painted.filter((component) => component.shown !== undefined);
  const right = shown.filter(({ planes: own, shown: { plane } = {} }) => plane !== undefined && own.includes(plane));
  const named = painted.filter(({ fill }) => fill?.className !== undefined && classPlane(fill.className, planes));
  const isAgreed = shown.length >= painted.length / 2 && right.length >= shown.length * leastAgreement;
  if (isAgreed || named.length > painted.length / 2) return 'planes';
  return painted.length < components.length * leastScheme ? 'none' : 'other';
}

function usualPalette(components: readonly ColouredComponent[]): number {
  const counts = new Map<number, number>();
  for (const { shown } of components) if (shown) counts.set(shown.palette, (counts.get(shown.palette) ?? 0) + 1);
  // Of two that are used alike, the earlier one is the preferred one.
  return [...counts].sort(([one, often], [other, oftener]) => oftener - often || one - other)[0]?.[0] ?? 0;
}
