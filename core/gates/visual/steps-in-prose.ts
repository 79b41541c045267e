/** DG103: numbered steps are told where a diagram would show them. */
import { LineTable } from '../../document/lines.ts';
import type { DocumentRule, RuleFinding, RuleMeta } from '../rule.ts';
import { judgeBalance } from './facts/balance.ts';
import { findFlatLists } from './facts/lists.ts';
import { replaceLines } from './facts/replaceLines.ts';
import { diagramOf } from './facts/stepDiagram.ts';
import { leadsToLessons, leadsToSteps } from './facts/stepWords.ts';

const meta: RuleMeta = {
  id: 'DG103',
  alias: 'steps-in-prose',
  gate: 'visual',
  severity: 'info',
  title: 'Numbered steps are told where a diagram would show them.',
  why: 'Somebody in a hurry looks for where they are in a procedure. In a picture that is one look; in a list every step before has to be read.',
  fixable: true,
};

const fewestSteps = 3;
/** More fill no screen, and a picture that has to be scrolled is no better than a list. */
const mostSteps = 12;

/** Asked only where the page tells too much. */
export const stepsInProse: DocumentRule = {
  scope: 'document',
  meta,
  *check(facts, config): Iterable<RuleFinding> {
    if (judgeBalance(facts, config).verdict !== 'fail') return;
    const { model } = facts;
    const lines = new LineTable(model.text);
    for (const { items, span, isOrdered, lead } of findFlatLists(model)) {
      if (!isOrdered || items.length < fewestSteps || items.length > mostSteps) continue;
      if (!leadsToSteps.test(lead) || leadsToLessons.test(lead)) continue;
      const diagram = diagramOf(items.map(({ text }) => text));
      if (diagram === undefined) continue;
      yield {
        message: `These ${items.length} steps are told one by one: a ${diagram.kind} shows them.`,
        span: { start: span.start, end: Math.min(span.end, lines.end(lines.lineAt(span.start))) },
        fixes: [
          {
            title: `Turn steps into a ${diagram.kind}`,
            edits: [replaceLines(model.text, lines, span, diagram.text)],
            byHand: true,
          },
        ],
      };
    }
  },
};
