/** The plane colours as class definitions, for the patterns' architecture diagrams. */
import { defaultPlanes, planeClassDefinition } from '../lexicon/planes.ts';

/** The same with the optional plane of streams. */
export const fivePlanes = defaultPlanes.map((plane) => planeClassDefinition(plane)).join('\n    ');

/** The class definitions that end an architecture diagram, one line each, indented by four spaces. */
export const planeClasses = defaultPlanes
  .filter(({ optional }) => optional !== true)
  .map((plane) => planeClassDefinition(plane))
  .join('\n    ');
