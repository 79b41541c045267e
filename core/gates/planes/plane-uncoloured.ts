/** DG301: a component does not show its plane. */
import type { Plane } from '../../lexicon/planes.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { assignPlanes } from './facts/assignPlanes.ts';
import { assignmentOf, colourByPlane } from './facts/colouring.ts';
import { readPlaneColours } from './facts/planeColours.ts';
import type { ColouredComponent } from './facts/planeColours.ts';

const meta: RuleMeta = {
  id: 'DG301',
  alias: 'plane-uncoloured',
  gate: 'planes',
  severity: 'warning',
  title: 'A component does not show its plane.',
  why: 'Edge, service, state or control: where a fault can come from is the first question at 3 AM, and a colour answers it before a label is read.',
  fixable: true,
};

export const planeUncoloured: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts, config): Iterable<RuleFinding> {
    const reading = readPlaneColours(facts, config.planes);
    if (reading === undefined) return;
    const { symbols, planes, components, palette } = reading;
    const bare = components.filter(({ fill }) => fill === undefined);
    const whole = colourByPlane(facts, config.planes);
    if (components.length === bare.length || reading.scheme === 'none') {
      const message = `${countOf(bare, components)} its plane’s colour. Give each its own: ${listPlanes(bare, palette)}.`;
      if (bare.length > 0) yield { message, span: symbols.header, fixes: whole === undefined ? [] : [whole] };
      return;
    }
    for (const component of bare) {
      const { node, planes: own } = component;
      const [plane] = own;
      const assignment = assignmentOf(component);
      const edits = assignment && assignPlanes({ text: facts.text, symbols, planes, palette }, [assignment]);
      const one = edits && { title: `Colour \`${node.id}\` as ${plane.name}`, edits };
      yield {
        message: `\`${node.id}\` has no plane’s colour. It lives in the ${plane.name} plane: fill it with \`${fillOf(plane, palette)}\`.`,
        span: node.span,
        fixes: (bare.length > 1 ? [whole, one] : [one]).flatMap((fix) => fix ?? []),
      };
    }
  },
};

const fillOf = ({ fills }: Plane, palette: number): string => fills[palette] ?? fills[0] ?? '';

function countOf({ length: bare }: readonly unknown[], { length: all }: readonly unknown[]): string {
  return bare === all
    ? `None of the ${all} components has`
    : `Only ${all - bare} of the ${all} components ${all - bare === 1 ? 'has' : 'have'}`;
}

/** The planes the components live in, with their colours. */
function listPlanes(components: readonly ColouredComponent[], palette: number): string {
  const planes = new Set(components.map(({ planes: [plane] }) => plane));
  return [...planes].map((plane) => `${plane.name} \`${fillOf(plane, palette)}\``).join(', ');
}
