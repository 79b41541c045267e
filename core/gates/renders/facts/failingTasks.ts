/** Tasks of a Gantt diagram that Mermaid reads and fails to draw. */
import { failsAsGanttDate } from '../../../mermaid/ganttDates.ts';
import type { DiagramSymbols, RowSymbol } from '../../../mermaid/symbols/model.ts';
import { splitFields } from '../../../mermaid/symbols/lineReader.ts';
import type { Field } from '../../../mermaid/symbols/lineReader.ts';
import type { Span } from '../../../model.ts';
import type { RuleFinding } from '../../rule.ts';
import { replaceBy } from './edits.ts';

const tags: ReadonlySet<string> = new Set(['active', 'done', 'crit', 'milestone', 'vert']);
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const duration = /^\d+(?:\.\d+)?(?:ms|[smhdwMy])$/;

/** The format in which a diagram writes its dates: the last one given, and otherwise Mermaid's own. */
export const dateFormatOf = ({ properties }: DiagramSymbols): string =>
  properties.findLast(({ name }) => name === 'dateFormat')?.value.trim() ?? 'YYYY-MM-DD';

export function* failingTasks(symbols: DiagramSymbols, text: string): Iterable<RuleFinding> {
  const format = dateFormatOf(symbols);
  for (const [index, row] of symbols.rows.entries()) yield* judgeTask(fieldsOf(row, text), row, format, index === 0);
  yield* noDayLeft(symbols);
}

/** The fields of a task as Mermaid reads them: empty ones count, and the tags in front do not. */
function fieldsOf({ span }: RowSymbol, text: string): readonly Field[] {
  const colon = text.indexOf(':', span.start);
  const data = /^[^#;\n]*/.exec(text.slice(colon + 1, span.end))?.[0] ?? '';
  const fields = splitFields(text, { start: colon + 1, end: colon + 1 + data.length }, /,/);
  const first = fields.findIndex((field) => !tags.has(field.text));
  return first === -1 ? [] : fields.slice(first);
}

function* judgeTask(fields: readonly Field[], row: RowSymbol, format: string, isFirst: boolean): Iterable<RuleFinding> {
  const [first, second] = fields;
  if (first === undefined) return;
  if (fields.length > 3) {
    const message = `A task has at most an id, a start and an end. \`${first.text}\` is none of them, nor a tag (\`active\`, \`done\`, \`crit\`, \`milestone\`, \`vert\`), so Mermaid fails to draw the plan.`;
    yield { message, span: visible(first.span, row) };
    return;
  }
  if (fields.length === 1) {
    if (!isFirst) return;
    const message = `The first task has nothing to begin after, so Mermaid fails to draw the plan. Write a start in front: \`${exampleOf(format)}${first.text}\`.`;
    yield { message, span: visible(first.span, row) };
    return;
  }
  const start = fields.length === 2 ? first : second;
  if (start === undefined || !failsAsGanttDate(start.text, format)) return;
  const what = start.text === '' ? 'The start is empty' : `\`${start.text}\` is no date in the format \`${format}\``;
  const reversed = isoDate(start.text, format);
  yield {
    message: `${what}, so Mermaid fails to draw the plan.`,
    span: visible(start.span, row),
    fixes:
      reversed === undefined
        ? []
        : [{ title: `Change to ${reversed}`, edits: [replaceBy(start.span, reversed)], byHand: true }],
  };
}

const exampleOf = (format: string): string => (format === 'YYYY-MM-DD' ? '2026-03-02, ' : `<${format}>, `);

/** `31.12.2026` can only be the last day of December. */
function isoDate(text: string, format: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined || format !== 'YYYY-MM-DD') return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return failsAsGanttDate(date, format) ? undefined : date;
}

/** An empty field is seen at the task. */
const visible = (span: Span, row: RowSymbol): Span => (span.end > span.start ? span : row.span);

/** Durations count the days that are not excluded, and there must be one. */
function* noDayLeft({ properties, rows }: DiagramSymbols): Iterable<RuleFinding> {
  const excludes = properties.filter(({ name }) => name === 'excludes');
  const [first] = excludes;
  if (first === undefined || properties.some(({ name }) => name === 'includes')) return;
  const weekend = properties.findLast(({ name }) => name === 'weekend')?.value === 'friday' ? 'friday' : 'sunday';
  const named = new Set(excludes.flatMap(({ value }) => value.toLowerCase().split(/[\s,]+/)));
  const isFree = (day: string): boolean => named.has('weekends') && (day === 'saturday' || day === weekend);
  const isCounted = rows.some(
    ({ values }) => duration.test(values.at(-1)?.text ?? '') && !values.at(-1)?.text.startsWith('0'),
  );
  if (!isCounted || !weekdays.every((day) => named.has(day) || isFree(day))) return;
  yield { message: 'Every day of the week is excluded, so no task can end. Leave one out.', span: first.span };
}
