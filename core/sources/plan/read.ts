/** Reads a list of tasks: finds the columns, and says of which line an id is unknown or a duration is none. */
import { findNearest } from '../../nearest.ts';
import { readRecords } from '../records.ts';
import type { RecordRow, Records } from '../records/model.ts';
import type { OptionValues, Read, SourceInput, SourceProblem } from '../source.ts';
import { timeUnits } from './model.ts';
import type { Duration, Plan, Task, TimeUnit } from './model.ts';
import { dayOf, lengthOf } from './days.ts';
import { schedule } from './schedule.ts';

const mostTasks = 150;

const columnNames = {
  id: /^(?:id|key|ref|no\.?|#)$/i,
  name: /^(?:task|name|title|summary|activity|what|description)\b/i,
  duration: /^(?:duration|days|estimate|effort|length|hours|weeks|time)\b/i,
  after: /^(?:depends?|dependenc|after|predecessor|blocked|requires|needs)/i,
  owner: /^(?:owner|assignee|assigned|who|responsible|team|lead|person)\b/i,
  start: /^(?:start|begin|from|earliest)/i,
  end: /^(?:end|finish|until)\b/i,
  status: /^(?:status|state|done|progress)\b/i,
} as const;
type Field = keyof typeof columnNames;
type Columns = Readonly<Record<Field, string | undefined>>;

export function readPlan({ text }: SourceInput, options: OptionValues): Read<Plan> {
  const tables = readRecords(text);
  if ('problem' in tables) return tables;
  const named = tables.map((records) => ({ records, columns: findColumns(records) }));
  const table = named.find(
    ({ columns }) => (columns.duration ?? columns.end) !== undefined && (columns.id ?? columns.name) !== undefined,
  );
  if (table === undefined) {
    return {
      problem: 'the tasks need an id or name, and a duration or an end',
      line: tables[0]?.headerLine ?? tables[0]?.rows[0]?.line,
    };
  }
  const tasks = readTasks(table.records, table.columns, options['unit']);
  if ('problem' in tasks) return tasks;
  const wrong = findWrongId(tasks);
  if (wrong !== undefined) return wrong;
  const start = options['start'] ?? tasks.flatMap((task) => task.start ?? []).sort()[0];
  if (start === undefined) return { needs: 'start' };
  return schedule(tasks, start);
}

function findColumns({ columns }: Records): Columns {
  const taken = new Set<string>();
  const find = (field: Field): string | undefined => {
    const found = columns.find((column) => !taken.has(column) && columnNames[field].test(column));
    if (found !== undefined) taken.add(found);
    return found;
  };
  return { id: find('id'), name: find('name'), duration: find('duration'), after: find('after'), owner: find('owner'), start: find('start'), end: find('end'), status: find('status') }; // prettier-ignore
}

function readTasks(
  { rows, headerLine }: Records,
  columns: Columns,
  unit: string | undefined,
): readonly Task[] | SourceProblem {
  const tasks: Task[] = [];
  for (const row of rows) {
    const task = readTask(row, columns, unit);
    if (task === undefined) continue;
    if ('problem' in task) return task;
    tasks.push(task);
  }
  if (tasks.length === 0) return { problem: 'there is no task', line: headerLine };
  if (tasks.length > mostTasks) {
    return { problem: `there are ${tasks.length} tasks, and at most ${mostTasks} are drawn: cut out a part`, line: tasks[mostTasks]?.line }; // prettier-ignore
  }
  return tasks;
}

/** Undefined for a row that holds nothing. */
function readTask(
  { fields, line, lines }: RecordRow,
  columns: Columns,
  unit: string | undefined,
): Task | SourceProblem | undefined {
  const said = (field: Field): string => fields.get(columns[field] ?? '')?.trim() ?? '';
  const lineOf = (field: Field): number => lines?.get(columns[field] ?? '') ?? line;
  const name = said('name') || said('id');
  const id = said('id') || said('name');
  if (name === '' && said('duration') === '') return undefined;
  // The sum of the others is no task of its own.
  if (/^\W*(?:grand )?total\W*$/i.test(said('id') || name)) return undefined;
  if (id === '') return { problem: 'the task has neither an id nor a name', line };
  const usual =
    unit ??
    /^(?:hour|day|week)/i
      .exec(columns.duration ?? '')?.[0]
      .charAt(0)
      .toLowerCase();
  const [start, end] = [dayOf(said('start')), dayOf(said('end'))];
  for (const [field, day] of [
    ['start', start],
    ['end', end],
  ] as const) {
    // prettier-ignore
    if (said(field) === '' || day !== undefined || (field === 'end' && said('duration') !== '')) continue;
    return { problem: `“${said(field)}” is no day: write it as 2026-03-02`, line: lineOf(field) };
  }
  const duration = durationOf(said('duration'), usual ?? 'd') ?? (said('duration') === '' ? lengthOf(start, end) : undefined); // prettier-ignore
  if (duration === undefined) {
    const problem =
      said('duration') === ''
        ? `“${name}” has no duration`
        : `“${said('duration')}” is no duration: write 4h, 3d or 2w`;
    return { problem, line: lineOf('duration') };
  }
  return {
    id,
    name,
    duration,
    after: idsIn(said('after')),
    owner: said('owner') || undefined,
    start: start?.first,
    status: statusOf(said('status')),
    line,
  };
}

/** `3`, `3d`, `1.5 days`, `2 weeks`, `4 h`; a bare number counts `usual`. Undefined for anything else. */
export function durationOf(written: string, usual: string): Duration | undefined {
  const found = /^(\d{1,5}(?:\.\d{1,2})?)\s*(?:(h|hrs?|hours?)|(d|days?)|(w|wks?|weeks?))?\??$/i.exec(written.trim().replace(/^(\d+),(?=\d)/, '$1.')); // prettier-ignore
  const digits = found?.[1];
  if (found === null || digits === undefined) return undefined;
  const named: TimeUnit | undefined = found[2] !== undefined ? 'h' : found[3] !== undefined ? 'd' : found[4] !== undefined ? 'w' : timeUnits.find((each) => each === usual); // prettier-ignore
  return named && { count: Number(digits), written: digits, unit: named };
}

function idsIn(written: string): readonly string[] {
  return written
    .split(/\s*[,;]\s*|\s+(?:and|&|\+)\s+/)
    .map((id) => id.trim().replace(/^#(?=\d)|(?<=^\d+)FS$/g, ''))
    .filter((id) => !/^(?:|-|–|—|none|n\/a|nothing)$/i.test(id));
}

const statusOf = (written: string): Task['status'] =>
  /^(?:done|complete|closed|finished|yes|true|x|100 ?%|✅|✓|✔)/i.test(written) ? 'done' : /^(?:active|in[ _-]?progress|doing|started)/i.test(written) ? 'active' : undefined; // prettier-ignore

function findWrongId(tasks: readonly Task[]): SourceProblem | undefined {
  const seen = new Map<string, Task>();
  for (const task of tasks) {
    const other = seen.get(task.id);
    if (other !== undefined)
      return { problem: `the id “${task.id}” is taken by the task on line ${other.line}`, line: task.line };
    seen.set(task.id, task);
  }
  const ids = [...seen.keys()];
  for (const { id, after, line } of tasks) {
    for (const wanted of after) {
      if (wanted === id) return { problem: `“${id}” waits for itself`, line };
      if (seen.has(wanted)) continue;
      const meant = findNearest(wanted, ids);
      return { problem: `“${id}” waits for “${wanted}”, which is no task${meant === undefined ? '' : `: did you mean “${meant}”?`}`, line }; // prettier-ignore
    }
  }
  return undefined;
}
