/** The fix *Colour the whole diagram by plane*: every component gets its plane's colour, and what its author painted otherwise stays. */
import type { Fix } from '../../../model.ts';
import type { Plane } from '../../../lexicon/planes.ts';
import type { DiagramFacts } from '../../rule.ts';
import { readArchitecture } from './architecture.ts';
import { assignPlanes } from './assignPlanes.ts';
import type { Assignment } from './assignPlanes.ts';
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
export function colourByPlane(facts: DiagramFacts, asked: readonly Plane[]): Fix | undefined {
  const { symbols, text } = facts;
  if (symbols === undefined) return undefined;
  const reading = readPlaneColours(facts, asked);
  const { components: all, planes } = readArchitecture(facts, asked);
  const components = reading?.components ?? colourComponents(symbols, all, planes);
  const assignments = components.flatMap((component) => assignmentOf(component) ?? []);
  const edits = assignPlanes({ text, symbols, planes, palette: reading?.palette ?? 0 }, assignments);
  return edits.length === 0 ? undefined : { title: 'Colour the whole diagram by plane', edits };
}
