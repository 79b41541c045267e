/** DG302: a component shows another plane than the one it stands in. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { assignPlanes } from './facts/assignPlanes.ts';
import { assignmentOf } from './facts/colouring.ts';
import { readPlaneColours } from './facts/planeColours.ts';

const meta: RuleMeta = {
  id: 'DG302',
  alias: 'plane-wrong',
  gate: 'planes',
  severity: 'warning',
  title: 'A component shows another plane than the one it stands in.',
  why: 'Whoever trusts the colour looks in the wrong place: a database that is painted as an edge is checked last.',
  fixable: true,
};

export const planeWrong: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts, config): Iterable<RuleFinding> {
    const reading = readPlaneColours(facts, config.planes);
    if (reading === undefined) return;
    const { symbols, planes, components, palette } = reading;
    for (const component of components) {
      const { node, shown } = component;
      const assignment = assignmentOf(component);
      if (assignment === undefined || shown === undefined) continue;
      const { plane } = assignment;
      const fill = plane.fills[palette] ?? plane.fills[0] ?? '';
      const edits = assignPlanes({ text: facts.text, symbols, planes, palette }, [assignment]);
      yield {
        message: `\`${node.id}\` stands in the ${plane.name} plane and has the colour of the ${shown.plane.name} plane. Fill it with \`${fill}\`, or move it.`,
        span: node.span,
        fixes: [{ title: `Colour \`${node.id}\` as ${plane.name}`, edits }],
      };
    }
  },
};
