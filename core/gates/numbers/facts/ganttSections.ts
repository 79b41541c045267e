/** Sections of a Gantt diagram whose names tell another length than their tasks take together: "section Build (6 months)", and so its title. */
import type { PropertySymbol, RowSymbol } from '../../../mermaid/symbols/model.ts';
import type { Span } from '../../../model.ts';
import { findQuantities } from '../../../quantities/find.ts';
import type { Quantity } from '../../../quantities/model.ts';
import type { DiagramFacts } from '../../rule.ts';
import { isDuration, lengthOfTask, relateDuration, secondsOfDate } from './elapsedTimes.ts';
import { placeQuantity } from './passages.ts';
import type { Relation } from './relation.ts';

/** When a task begins and ends, in seconds; a day that is named as the end may be meant to count. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly latest: number;
}

export function sectionLengths({ symbols, text }: DiagramFacts): readonly Relation[] {
  if (symbols?.type !== 'gantt' || symbols.properties.some(({ name }) => name === 'excludes')) return [];
  const property = (name: string): PropertySymbol | undefined => symbols.properties.find((each) => each.name === name);
  const placed = placeTasks(symbols.rows, property('dateFormat')?.value.trim() ?? 'YYYY-MM-DD');
  const title = property('title');
  const tasks = symbols.rows.map((row, index) => ({ row, task: placed[index] }));
  const sections = symbols.groups.flatMap(({ label }, group) => {
    const own = tasks.filter(({ row }) => row.group === group);
    return label === undefined ? [] : (relateLength(text, label.span, own, taken.section) ?? []);
  });
  const whole = title && relateLength(text, title.valueSpan, tasks, taken.diagram);
  return whole === undefined ? sections : [whole, ...sections];
}

/** What the message calls it. */
const taken = {
  section: "The time that this section's tasks take",
  diagram: 'The time that all tasks take',
} as const;

/** A name that ends with a length, in brackets or behind a dash, against the time its tasks take; undefined where either is not told. */
function relateLength(
  source: string,
  name: Span,
  tasks: readonly { readonly row: RowSymbol; readonly task: Stretch | undefined }[],
  called: string,
): Relation | undefined {
  const written = source.slice(name.start, name.end);
  const [claim, other] = findQuantities(written).filter(isDuration);
  if (claim === undefined || other !== undefined || !isOwnLength(written, claim)) return undefined;
  const [first, last] = [tasks[0]?.row, tasks.at(-1)?.row];
  const stretches = tasks.flatMap(({ task }) => task ?? []);
  if (first === undefined || last === undefined || stretches.length < tasks.length) return undefined;
  const from = stretches.reduce((least, task) => Math.min(least, task.from), Infinity);
  const to = stretches.reduce((most, task) => Math.max(most, task.to), -Infinity);
  const latest = stretches.reduce((most, task) => Math.max(most, task.latest), -Infinity);
  const where = { start: first.span.start, end: last.span.end };
  return relateDuration(source, placeQuantity(claim, name), { least: to - from, most: latest - from }, where, called);
}

/** "Build (6 months)", "Move to the cloud - 24 months"; not "Retention: 30 days". */
function isOwnLength(name: string, { qualified, span }: Quantity): boolean {
  const [before, after] = [name.slice(0, qualified.start), name.slice(span.end).trim()];
  return (/\(\s*$/.test(before) && after === ')') || (/\s[-–—]\s*$/.test(before) && after === '');
}

/** Each task's place in time, where its own words and the tasks before it tell. */
function placeTasks(rows: readonly RowSymbol[], format: string): readonly (Stretch | undefined)[] {
  const named = new Map<string, Stretch>();
  let before: Stretch | undefined;
  return rows.map((row) => {
    const values = row.values.map(({ text }) => text);
    const end = values.at(-1) ?? '';
    const from = values.length > 1 ? startOf(values[0] ?? '', format, named) : before?.to;
    const length = values.length > 2 ? undefined : lengthOfTask(from, end, format);
    const task =
      from === undefined || length === undefined
        ? undefined
        : { from, to: from + length.least, latest: from + length.most };
    if (task !== undefined && row.id !== undefined) named.set(row.id, task);
    return (before = task);
  });
}

function startOf(text: string, format: string, named: ReadonlyMap<string, Stretch>): number | undefined {
  const after = /^after\s+(\S+)$/.exec(text)?.[1];
  if (after !== undefined) return named.get(after)?.to;
  return secondsOfDate(text, format);
}
