/** DG304: colours of two palettes stand in one diagram. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { readPlaneColours } from './facts/planeColours.ts';
import { refill } from './facts/refill.ts';

const meta: RuleMeta = {
  id: 'DG304',
  alias: 'plane-mixed-palettes',
  gate: 'planes',
  severity: 'warning',
  title: 'Colours of two palettes stand in one diagram.',
  why: 'Two blues for one plane look like two planes.',
  fixable: true,
};

export const planeMixedPalettes: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts, config): Iterable<RuleFinding> {
    const reading = readPlaneColours(facts, config.planes);
    if (reading?.scheme !== 'planes') return;
    const told = new Set<unknown>();
    for (const { fill, shown } of reading.components) {
      if (fill === undefined || shown === undefined || shown.palette === reading.palette) continue;
      if (told.has(fill.declaration)) continue;
      told.add(fill.declaration);
      const { value, valueSpan } = fill.declaration;
      const instead = shown.plane.fills[reading.palette];
      if (instead === undefined) continue;
      yield {
        message: `\`${value}\` is the ${shown.plane.name} plane in another palette than the other colours. In theirs it is \`${instead}\`.`,
        span: valueSpan,
        fixes: [{ title: `Replace \`${value}\` by \`${instead}\``, edits: refill(fill, instead) }],
      };
    }
  },
};
