/** Finds when each task can begin and how late it may, and with that the chain that decides the end. */
import type { Read, SourceProblem } from '../source.ts';
import { hoursOf, timeUnits } from './model.ts';
import type { Plan, Scheduled, Task } from './model.ts';

const hoursOfDay = 24;

export function schedule(tasks: readonly Task[], start: string): Read<Plan> {
  const ordered = inOrder(tasks);
  if ('problem' in ordered) return ordered;
  const origin = Date.parse(start);
  const ends = new Map<string, number>();
  const begins = new Map<string, number>();
  for (const task of ordered) {
    const earliest = task.start === undefined ? 0 : ((Date.parse(task.start) - origin) / 86_400_000) * hoursOfDay;
    if (Number.isNaN(earliest)) return { problem: `“${task.start ?? ''}” is no day of the calendar`, line: task.line };
    if (earliest < 0)
      return { problem: `the task begins on ${task.start ?? ''}, before the plan does (${start})`, line: task.line };
    const from = Math.max(earliest, ...task.after.map((id) => ends.get(id) ?? 0));
    begins.set(task.id, from);
    ends.set(task.id, from + lengthOf(task));
  }
  const end = Math.max(...ends.values());
  if (!(end > 0)) return { problem: 'no task takes any time', line: tasks[0]?.line };
  const latest = latestEnds(ordered, end);
  const scheduled = tasks.map((task): Scheduled => {
    const [from, to] = [begins.get(task.id) ?? 0, ends.get(task.id) ?? 0];
    return { ...task, from, to, slack: (latest.get(task.id) ?? to) - to };
  });
  const unit = timeUnits.find((each) => tasks.some(({ duration }) => duration.unit === each)) ?? 'd';
  return { model: { start, tasks: scheduled, critical: criticalChain(scheduled, end), unit } };
}

const lengthOf = ({ duration: { count, unit } }: Task): number => count * hoursOf[unit];

/** Each task behind those it waits for. A circle is a problem with its first line. */
function inOrder(tasks: readonly Task[]): readonly Task[] | SourceProblem {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const done = new Set<string>();
  const ordered: Task[] = [];
  for (const first of tasks) {
    // By hand, since a chain may be longer than calls can be nested.
    const open: { readonly task: Task; next: number }[] = done.has(first.id) ? [] : [{ task: first, next: 0 }];
    const isOpen = new Set(open.map(({ task }) => task.id));
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const wanted = byId.get(top.task.after[top.next] ?? '');
      top.next += 1;
      if (wanted === undefined) {
        open.pop();
        isOpen.delete(top.task.id);
        done.add(top.task.id);
        ordered.push(top.task);
      } else if (isOpen.has(wanted.id)) {
        const circle = [...open.map(({ task }) => task.id).slice(open.findIndex(({ task }) => task.id === wanted.id)), wanted.id]; // prettier-ignore
        return { problem: `tasks wait for each other in a circle: ${circle.join(' → ')}`, line: wanted.line };
      } else if (!done.has(wanted.id)) {
        open.push({ task: wanted, next: 0 });
        isOpen.add(wanted.id);
      }
    }
  }
  return ordered;
}

function latestEnds(ordered: readonly Task[], end: number): ReadonlyMap<string, number> {
  const latest = new Map(ordered.map(({ id }) => [id, end]));
  for (const task of ordered.toReversed()) {
    const begin = (latest.get(task.id) ?? end) - lengthOf(task);
    for (const id of task.after) latest.set(id, Math.min(latest.get(id) ?? end, begin));
  }
  return latest;
}

/** One chain from the end back to the start: of several that are equally long, the one that is named first. */
function criticalChain(tasks: readonly Scheduled[], end: number): readonly Scheduled[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const chain: Scheduled[] = [];
  let last = tasks.find(({ to, from }) => to === end && to > from) ?? tasks.find(({ to }) => to === end);
  while (last !== undefined) {
    chain.unshift(last);
    const { from, after }: Scheduled = last;
    last = after.map((id) => byId.get(id)).find((task) => task?.to === from);
  }
  return chain;
}
