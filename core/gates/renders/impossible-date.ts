/** DG096: a Gantt task whose date, end or duration cannot be. */
import { durationPattern, parseGanttDate } from '../../mermaid/ganttDates.ts';
import type { RowSymbol } from '../../mermaid/symbols/model.ts';
import type { DiagramRule, RuleFinding, RuleMeta } from '../rule.ts';
import { acceptedSymbols } from './facts/acceptedSymbols.ts';
import { dateFormatOf } from './facts/failingTasks.ts';
import { renderFailures } from './facts/renderFailures.ts';

const meta: RuleMeta = {
  id: 'DG096',
  alias: 'impossible-date',
  gate: 'renders',
  severity: 'warning',
  title: 'A task has a date, an end or a duration that cannot be.',
  why: 'Mermaid puts the task on another day or gives it no length, and a plan with a wrong day is worse than none.',
  fixable: false,
};

export const impossibleDate: DiagramRule = {
  scope: 'diagram',
  meta,
  *check(facts): Iterable<RuleFinding> {
    const symbols = acceptedSymbols(facts);
    if (symbols?.type !== 'gantt') return;
    const format = dateFormatOf(symbols);
    // What keeps Mermaid from drawing is worse: see render-error.
    const failing = new Set(renderFailures(facts).map(({ span }) => span.start));
    for (const { values } of symbols.rows) {
      if (values.length <= 2 && !values.some(({ span }) => failing.has(span.start))) yield* judgeTask(values, format);
    }
  },
};

function* judgeTask(values: RowSymbol['values'], format: string): Iterable<RuleFinding> {
  const start = values.length === 2 ? values[0] : undefined;
  const end = values.at(-1);
  const from = start === undefined ? undefined : parseGanttDate(start.text, format);
  if (start !== undefined && from === 'impossible') {
    yield { message: `\`${start.text}\` is no date in the format \`${format}\`.`, span: start.span };
  }
  if (end === undefined || /^until\s/.test(end.text)) return;
  if (durationPattern.test(end.text) || /^after\s/.test(end.text)) return;
  const to = parseGanttDate(end.text, format);
  if (to === 'impossible') {
    yield {
      message: `\`${end.text}\` is neither a duration such as \`3d\` or \`45m\` nor a date in the format \`${format}\`.`,
      span: end.span,
    };
  } else if (typeof from === 'number' && typeof to === 'number' && to < from) {
    yield {
      message: `The task ends before it begins: \`${end.text}\` is before \`${start?.text ?? ''}\`.`,
      span: end.span,
    };
  }
}
