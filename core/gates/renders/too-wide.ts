/** DG064: a block that takes more columns than there are. */
import type { DiagramSymbols } from '../../mermaid/symbols/model.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG064',
  alias: 'too-wide',
  gate: 'renders',
  severity: 'warning',
  title: 'A block takes more columns than there are.',
  why: 'Mermaid lets it stand out of the grid, over or away from its neighbours.',
  fixable: false,
};

export const tooWide: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols?.type !== 'block') return;
    for (const { id, values, group } of symbols.rows) {
      const [width] = values;
      const own = group === undefined ? undefined : symbols.groups[group];
      // A nested block's width stands in its opener, and is measured by the grid around it.
      const grid = own !== undefined && own.id === id ? own.parent : group;
      const columns = columnsOf(symbols, grid);
      if (width === undefined || columns === undefined || Number(width.text) <= columns) continue;
      const message = `\`${id ?? ''}\` takes ${width.text} columns, and there are ${columns}. Give it fewer, or raise \`columns\`.`;
      yield { message, span: width.span };
    }
  },
};

/** The number of columns of a grid: the diagram's, or a nested block's; undefined for `auto`. */
function columnsOf({ groups, properties }: DiagramSymbols, grid: number | undefined): number | undefined {
  const gridAt = (at: number): number | undefined => {
    const around = groups.findLastIndex(({ span }) => span.start <= at && at < span.end);
    return around === -1 ? undefined : around;
  };
  const own = properties.filter(({ name, span }) => name === 'columns' && gridAt(span.start) === grid).at(-1);
  return own !== undefined && /^\d+$/.test(own.value) ? Number(own.value) : undefined;
}
