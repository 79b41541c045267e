/** DG090: a subgraph, block or section has nothing in it. */
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG090',
  alias: 'empty-block',
  gate: 'renders',
  severity: 'warning',
  title: 'A subgraph, block or section is empty.',
  why: 'An empty frame promises something that the picture does not show.',
  fixable: false,
};

export const emptyBlock: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols === undefined || !/^(?:flowchart|swimlane|sequence|gantt|journey)/.test(symbols.type)) return;
    const { groups, nodes, rows, edges, statements } = symbols;
    for (const [index, group] of groups.entries()) {
      if (group.keyword === 'box' || group.keyword === 'rect') continue;
      const isInside = ({ span }: { span: { start: number } }): boolean =>
        span.start > group.opener.start && span.start < group.span.end;
      const isHome = nodes.some((node) => node.group === index || node.uses.some((span) => isInside({ span })));
      const isFilled = isHome || rows.some((row) => row.group === index) || [...edges, ...statements].some(isInside);
      if (isFilled || groups.some(({ parent }) => parent === index)) continue;
      const name = group.label === undefined ? '' : ` \`${group.label.text}\``;
      yield { message: `The ${group.keyword}${name} is empty. Fill it or take it out.`, span: group.opener };
    }
  },
};
