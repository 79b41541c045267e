/** DG086: `after` or `until` names a task that does not exist. */
import { matchesOf } from '../../matches.ts';
import { findNearest } from '../../nearest.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';

const meta: RuleMeta = {
  id: 'DG086',
  alias: 'unknown-task',
  gate: 'renders',
  severity: 'warning',
  title: 'A task waits for one that does not exist.',
  why: 'Mermaid then starts the task today, so the whole plan is wrong and looks right.',
  fixable: false,
};

export const unknownTask: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols?.type !== 'gantt') return;
    const ids = new Set(symbols.rows.flatMap(({ id }) => id ?? []));
    for (const { text, span } of symbols.rows.flatMap(({ values }) => values)) {
      const list = /^(?:after|until)\s+/.exec(text);
      if (list === null) continue;
      for (const match of matchesOf(/\S+/g, text.slice(list[0].length))) {
        if (ids.has(match[0])) continue;
        const start = span.start + list[0].length + match.index;
        const nearest = findNearest(match[0], [...ids]);
        const advice = nearest === undefined ? 'Name the id of a task.' : `Did you mean \`${nearest}\`?`;
        yield {
          message: `No task has the id \`${match[0]}\`. ${advice}`,
          span: { start, end: start + match[0].length },
        };
      }
    }
  },
};
