/** The planes of an architecture, their words and their colours: the one source for the gate, the patterns and the configuration's default. */
import { darken, formatColour, inkOn, parseColour } from '../colour/colour.ts';

/** A plane as configuration says it. */
export interface Plane {
  /** One word, such as `edge`: messages say it, class names are made of it. */
  readonly name: string;
  /** What subgraphs of this plane are called, and parts of the system that live in it, in lower case. */
  readonly words: readonly string[];
  /** One fill a palette, in the palettes' order, as `#RRGGBB`; the first is the one that fixes give. */
  readonly fills: readonly string[];
  /** Set where a component need not be in it: its plane then is the next one that fits. */
  readonly optional?: boolean;
}

export const defaultPlanes: readonly Plane[] = [
  {
    name: 'edge',
    words: ['edge', 'border', 'ingress', 'perimeter', 'cdn', 'gateway', 'load balancing', 'traffic'],
    fills: ['#3B82F6', '#0066CC'],
  },
  {
    name: 'service',
    words: [
      'service',
      'application',
      'app',
      'compute',
      'business logic',
      'processing',
      'backend',
      'api',
      'microservice',
    ],
    fills: ['#10B981', '#00AA00'],
  },
  {
    name: 'state',
    words: ['state', 'data', 'storage', 'database', 'persistence', 'cache', 'caching', 'db', 'datastore'],
    fills: ['#F59E0B', '#FF8800'],
  },
  {
    name: 'control',
    words: ['control', 'management', 'monitoring', 'operations', 'observability', 'ops', 'orchestration'],
    fills: ['#8B5CF6', '#CC0000'],
  },
  { name: 'stream', words: ['stream', 'streaming'], fills: ['#EC4899', '#AA00AA'], optional: true },
];

/** The name of the class that gives a plane's colour. */
export const planeClassName = ({ name }: Plane): string => `${name}Plane`;

/** The class definition of a plane in one of its palettes, with a label colour that reads on the fill. */
export function planeClassDefinition(plane: Plane, palette = 0): string {
  const fill = plane.fills[palette] ?? plane.fills[0] ?? '';
  const colour = parseColour(fill);
  const rest =
    colour === undefined ? '' : `,stroke:${formatColour(darken(colour))},color:${formatColour(inkOn(colour))}`;
  return `classDef ${planeClassName(plane)} fill:${fill}${rest}`;
}
