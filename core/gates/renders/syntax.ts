/** DG001: Mermaid's parser refuses the diagram; the general rule behind the more precise ones. */
import type { ParserFault } from '../../ports.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { describeFault } from './facts/describeFault.ts';
import { unexplainedFaults } from './facts/faultKind.ts';

const meta: RuleMeta = {
  id: 'DG001',
  alias: 'syntax',
  gate: 'renders',
  severity: 'error',
  title: 'Mermaid does not understand the diagram.',
  why: 'One wrong character and the reader sees an error box, or the bare text, instead of the whole picture.',
  fixable: false,
};

export const syntax: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    for (const [index, fault] of unexplainedFaults(facts, 'syntax').entries()) {
      if (index > 0 && closesBlock(fault)) continue;
      yield {
        message: describeFault(fault),
        span: fault.span,
        related: [{ span: fault.span, message: fault.message, fromParser: true }],
      };
    }
  },
};

/** After a line that nobody understands, a block's end is at fault only because its beginning was on that line. */
const closesBlock = ({ found }: ParserFault): boolean => /^\s*(?:end|\})\s*$/.test(found ?? '');
