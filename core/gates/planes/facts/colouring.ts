/** *Colour the whole diagram by plane*: every component gets its plane's colour, and what its author painted otherwise stays. */
import type { Plane } from '../../../lexicon/planes.ts';
import type { DiagramOffers, Fix } from '../../../model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { findLegends, readArchitecture } from './architecture.ts';
import { assignPlanes } from './assignPlanes.ts';
import type { Assignment, ColouringTarget } from './assignPlanes.ts';
import { rememberByPlanes } from './byPlanes.ts';
import { colourComponents, readPlaneColours } from './planeColours.ts';
import type { ColouredComponent } from './planeColours.ts';

/** What one component needs: nothing, where it shows its plane or a colour that its author chose for another reason. */
export function assignmentOf({ node, planes, by, fill, shown }: ColouredComponent): Assignment | undefined {
  const [plane] = planes;
  if (fill === undefined) return { node, plane, instead: undefined };
  // Only a subgraph's name says for certain where a component lives.
  const isWrong = by === 'named' && shown !== undefined && !planes.includes(shown.plane);
  return isWrong ? { node, plane, instead: fill } : undefined;
}

/** Undefined where there is nothing to colour. Works for any diagram with components, also where the gate does not ask. */
export const colourByPlane = rememberByPlanes((facts, planes): Fix | undefined => {
  const work = planWork(facts, planes);
  const edits = work === undefined ? [] : assignPlanes(work.target, work.assignments);
  return edits.length === 0 ? undefined : { title: 'Colour the whole diagram by plane', edits };
});

/** What is offered for an architecture, whether or not something is wrong with it. */
export const offerColours = rememberByPlanes((facts, planes): DiagramOffers => {
  const { isArchitecture } = readArchitecture(facts, planes);
  const work = isArchitecture ? planWork(facts, planes) : undefined;
  if (work === undefined) return {};
  const { target, assignments, legend } = work;
  const isDone = assignments.length === 0;
  const title = isDone ? 'Add a legend of the planes' : 'Colour diagram by plane, with a legend';
  return {
    ...(isDone ? {} : { colours: { title: 'Colour diagram by plane', edits: assignPlanes(target, assignments) } }),
    ...(legend.length === 0 ? {} : { legend: { title, edits: assignPlanes({ ...target, legend }, assignments) } }),
  };
});

interface Work {
  readonly target: ColouringTarget;
  readonly assignments: readonly Assignment[];
  /** The planes a legend would explain; none where there is a legend, or colours mean something else. */
  readonly legend: readonly Plane[];
}

function planWork(facts: DiagramFacts, asked: readonly Plane[]): Work | undefined {
  const { symbols, text } = facts;
  if (symbols === undefined) return undefined;
  const reading = readPlaneColours(facts, asked);
  const { components: all, planes } = readArchitecture(facts, asked);
  const components = reading?.components ?? colourComponents(symbols, all, planes);
  const assignments = components.flatMap((component) => assignmentOf(component) ?? []);
  const assigned = new Map(assignments.map(({ node, plane }) => [node, plane]));
  const shown = new Set(components.flatMap(({ node, shown: known }) => assigned.get(node) ?? known?.plane ?? []));
  // Blocks have another way to write groups.
  const hasLegend = reading === undefined || symbols.type === 'block' || findLegends(symbols.groups).size > 0;
  const target = { text, symbols, planes, palette: reading?.palette ?? 0 };
  return { target, assignments, legend: hasLegend ? [] : planes.filter((plane) => shown.has(plane)) };
}
