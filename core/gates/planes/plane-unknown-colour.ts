/** DG303: a component has a colour that is no plane's. */
import { distanceOf, parseColour } from '../../colour/colour.ts';
import type { Colour } from '../../colour/colour.ts';
import type { Plane } from '../../lexicon/planes.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { findForeignFills } from './facts/foreignFills.ts';
import { readPlaneColours } from './facts/planeColours.ts';
import { refill } from './facts/refill.ts';

const meta: RuleMeta = {
  id: 'DG303',
  alias: 'plane-unknown-colour',
  gate: 'planes',
  severity: 'warning',
  title: 'A component has a colour that is no plane’s.',
  why: 'A colour that nobody knows says nothing; one that is nearly a plane’s is taken for it or for a mistake.',
  fixable: true,
};

export const planeUnknownColour: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts, config): Iterable<RuleFinding> {
    const reading = readPlaneColours(facts, config.planes);
    if (reading?.scheme !== 'planes') return;
    for (const { given, components, named, common } of findForeignFills(reading)) {
      const { value, valueSpan } = given.declaration;
      const colour = parseColour(value);
      if (colour === undefined || colour.alpha < 1) continue;
      const nearest = findNearestPlane(colour, reading.planes, reading.palette);
      const plane = named ?? (isState(given.className, colour) ? undefined : common) ?? nearest;
      if (plane === undefined) continue;
      const fill = fillOf(plane, reading.palette);
      const [first] = components;
      const whose = components.length === 1 ? `\`${first?.node.id}\`` : `${components.length} components`;
      yield {
        message: `\`${value}\` is no plane’s colour, and ${whose} ${components.length === 1 ? 'has' : 'have'} it. The ${plane.name} plane has \`${fill}\`.`,
        span: valueSpan,
        fixes: [{ title: `Replace \`${value}\` by \`${fill}\` (${plane.name})`, edits: refill(given, fill) }],
      };
    }
  },
};

const fillOf = ({ fills }: Plane, palette: number): string => fills[palette] ?? fills[0] ?? '';

/** A class named so marks how a part is doing, or whose it is, on purpose. */
const stateName =
  /fail|err|crit|danger|warn|alert|down|dead|broken|hot|risk|impact|problem|issue|health|success|good|bad|new|old|legacy|extern|client|user|actor|third|inactive|disabled|highlight|bottleneck|attack|overload|slow/i;

/** Red, grey and white mark a state: broken, switched off, outside. */
function isState(className: string | undefined, { red, green, blue }: Colour): boolean {
  if (className !== undefined && stateName.test(className)) return true;
  const isGrey = Math.max(red, green, blue) - Math.min(red, green, blue) < 25;
  const isRed = red > 120 && red > 1.6 * Math.max(green, blue);
  return isGrey || isRed;
}

/** So near that one is meant: another shade of the same paint. */
const near = 90;

function findNearestPlane(colour: Colour, planes: readonly Plane[], palette: number): Plane | undefined {
  const [best] = planes
    .flatMap((plane) => {
      const fill = parseColour(fillOf(plane, palette));
      return fill === undefined ? [] : [{ plane, distance: distanceOf(fill, colour) }];
    })
    .sort((one, other) => one.distance - other.distance);
  return best !== undefined && best.distance < near ? best.plane : undefined;
}
