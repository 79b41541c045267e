/** DG054: a participant is deactivated that is not active. */
import type { BrokenDiagram, Proposal } from '../../mermaid/diagnosis/model.ts';
import { contentLines } from '../../mermaid/symbols/lines.ts';
import type { FaultRule, RuleMeta } from '../rule.ts';
import { removeLine, replaceBy, within } from './facts/edits.ts';

const meta: RuleMeta = {
  id: 'DG054',
  alias: 'bad-activation',
  gate: 'renders',
  severity: 'error',
  title: 'A participant is deactivated that is not active.',
  why: 'Each `deactivate` or `-` ends an activation begun by `activate` or `+`. One too many refuses the whole diagram.',
  fixable: true,
};

const message = /^(.+?)\s*(?:<<)?-?-(?:>>|>|x|\))([+-])?\s*([^:]+?)\s*:/;

export const badActivation: FaultRule = {
  scope: 'fault',
  meta,
  *propose({ text, masked, type }: BrokenDiagram): Iterable<Proposal> {
    if (type !== 'sequence') return;
    const active = new Map<string, number>();
    const change = (name: string, by: number): number => {
      const depth = (active.get(name) ?? 0) + by;
      active.set(name, Math.max(0, depth));
      return depth;
    };
    for (const line of contentLines(masked).slice(1)) {
      const [, word = '', name = ''] = /^(activate|deactivate)\s+(.+)$/.exec(line.text) ?? [];
      if (word === 'activate') change(name, 1);
      if (word === 'deactivate' && change(name, -1) < 0) {
        const span = within(line.span, line.text.length - name.length, name.length);
        yield { ...explain(span, name), edits: [removeLine(text, line.span)] };
      }
      const [whole = '', from = '', sign = '', to = ''] = message.exec(line.text) ?? [];
      if (sign === '+') change(to, 1);
      if (sign === '-' && change(from, -1) < 0) {
        const span = within(line.span, whole.lastIndexOf(sign, whole.lastIndexOf(to) - 1), 1);
        yield { ...explain(span, from), edits: [replaceBy(span, '')] };
      }
    }
  },
};

const explain = (span: Proposal['span'], name: string): Omit<Proposal, 'edits'> => ({
  span,
  message: `\`${name}\` is not active here: activate it before, or leave the deactivation out.`,
  fix: 'Leave the deactivation out',
  byHand: true,
  hidden: true,
  weight: 3,
});
