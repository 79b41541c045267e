/** DG081: `style` takes one id; a list becomes one more box. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG081',
  alias: 'style-list',
  gate: 'renders',
  severity: 'warning',
  title: 'A list of ids after `style` becomes a box of its own.',
  why: 'The boxes meant stay uncoloured and a stray one named after the list appears in the picture.',
  fixable: false,
};

export const styleList: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined || !/^(?:flowchart|swimlane)/.test(symbols.type)) return;
    for (const { keyword, targets } of symbols.statements) {
      const [first] = targets;
      const last = targets.at(-1);
      if (keyword !== 'style' || first === undefined || last === undefined || targets.length < 2) continue;
      const list = targets.map(({ text }) => text).join(',');
      yield {
        message: `\`style\` takes one id: Mermaid draws a box named \`${list}\`. Use \`classDef\` and \`class ${list} name\`.`,
        span: { start: first.span.start, end: last.span.end },
      };
    }
  },
};
