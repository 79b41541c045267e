/** Writes a plan as a Gantt chart, a graph of what waits for what, the critical path and the load of each owner. */
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { comment, ganttConfig, oneLine, planText, quoted } from '../labels.ts';
import type { EmitContext } from '../source.ts';
import { hoursOf } from './model.ts';
import type { Plan, Scheduled, TimeUnit } from './model.ts';

export function emitPlan(plan: Plan, { cite, title }: EmitContext): readonly Block[] {
  const name = planText(title ?? 'Plan', 70);
  const hasOrder = plan.tasks.some(({ after }) => after.length > 0);
  const hasOwners = plan.tasks.some(({ owner }) => owner !== undefined);
  return [
    { kind: 'heading', level: 2, text: /\bplan\b/i.test(title ?? 'Plan') ? (title ?? 'Plan') : `${title ?? ''}: plan` },
    drawGantt(plan, name, cite),
    ...(hasOrder ? ([{ kind: 'heading', level: 3, text: 'What waits for what' }, drawGraph(plan, cite)] as const) : []),
    { kind: 'heading', level: 3, text: 'Critical path' },
    pathTable(plan, cite),
    ...(hasOwners ? ([{ kind: 'heading', level: 3, text: 'Load' }, loadTable(plan, cite)] as const) : []),
  ];
}

/** Who a task without an owner is listed under. */
const nobody = 'Nobody yet';

const spelled: Readonly<Record<TimeUnit, string>> = { h: 'h', d: 'd', w: 'weeks' };

/** An amount of hours in the unit of the plan. */
function say(hours: number, unit: TimeUnit): string {
  const digits = digitsOf(hours, unit);
  return `${digits} ${unit === 'w' && digits === '1' ? 'week' : spelled[unit]}`;
}

const digitsOf = (hours: number, unit: TimeUnit): string => String(Math.round((hours / hoursOf[unit]) * 100) / 100);

const lengthOf = ({ from, to }: Scheduled): number => to - from;

/** Ids that Mermaid takes as they are stay; others go by their number. */
function idsOf({ tasks }: Plan): ReadonlyMap<string, string> {
  const reserved =
    /^(?:done|active|crit|milestone|vert|after|until|end|subgraph|graph|flowchart|style|class|classdef|click|linkstyle|default|direction|[ox])$/i;
  return new Map(
    tasks.map(({ id }, index) => [id, /^[A-Za-z]\w{0,30}$/.test(id) && !reserved.test(id) ? id : `task_${index + 1}`]),
  );
}

const dayOf = (start: string, hours: number): string =>
  new Date(Date.parse(start) + Math.floor(hours / 24) * 86_400_000).toISOString().slice(0, 10);

function drawGantt(plan: Plan, name: string, cite: Cite): Block {
  const { tasks, critical, start, unit } = plan;
  const ids = idsOf(plan);
  const owners = [...new Set(tasks.map(({ owner }) => owner))];
  const isShared = owners.length > 1 || owners[0] !== undefined;
  const end = Math.max(...tasks.map(({ to }) => to));
  const lines = owners.flatMap((owner) => [
    ...(isShared ? [`    section ${planText(owner ?? nobody, 40)}`] : []),
    ...tasks
      .filter((task) => task.owner === owner)
      .flatMap((task) => {
        const { written, unit: own, count } = task.duration;
        const tags = [task.status, critical.includes(task) ? 'crit' : undefined, count === 0 ? 'milestone' : undefined];
        const waits = task.after.map((id) => ids.get(id) ?? id);
        const isHeld = task.start !== undefined && dayOf(start, task.from) === task.start;
        const begins = waits.length > 0 && !isHeld ? `after ${waits.join(' ')}` : dayOf(start, task.from);
        const fields = [...tags.filter((tag) => tag !== undefined), ids.get(task.id), begins, `${written}${own}`];
        return [`    ${comment(cite(task.line))}`, `    ${planText(task.name)} :${fields.join(', ')}`];
      }),
  ]);
  return {
    kind: 'diagram',
    lines: [
      ...ganttConfig(isShared ? owners.map((owner) => planText(owner ?? nobody, 40)) : []),
      'gantt',
      `    title ${name}, ${say(end, unit)}, ${critical.length} of ${tasks.length} tasks on the critical path`,
      '    dateFormat YYYY-MM-DD',
      '    axisFormat %d %b',
      ...lines,
    ],
  };
}

/** What is on the critical path stands out; the others are one colour, too, so that no box is taken for a system's part. */
function drawGraph(plan: Plan, cite: Cite): Block {
  const { tasks, critical, unit } = plan;
  const ids = idsOf(plan);
  const idOf = (id: string): string => ids.get(id) ?? id;
  const nodes = tasks.flatMap((task) => {
    const parts = [task.owner, say(lengthOf(task), unit)].filter((part) => part !== undefined);
    const label = `${quoted(task.name, 50).slice(1, -1)}<br/>${quoted(parts.join(', '), 50).slice(1, -1)}`;
    return [`    ${comment(cite(task.line))}`, `    ${idOf(task.id)}["${label}"]`];
  });
  const steps = new Set(critical.map(({ id }, index) => `${critical[index - 1]?.id ?? ''}\n${id}`));
  const edges = tasks.flatMap(({ id, after }) =>
    after.map((before) => `    ${idOf(before)} ${steps.has(`${before}\n${id}`) ? '==>' : '-->'} ${idOf(id)}`),
  );
  const others = tasks.filter((task) => !critical.includes(task));
  const classed = (of: readonly Scheduled[], name: string): readonly string[] =>
    of.length === 0 ? [] : [`    class ${of.map(({ id }) => idOf(id)).join(',')} ${name}`];
  return {
    kind: 'diagram',
    lines: [
      'flowchart LR',
      ...nodes,
      ...edges,
      '    classDef critical fill:#FCA5A5,stroke:#B91C1C,color:#450A0A,stroke-width:2px',
      ...(others.length === 0 ? [] : ['    classDef free fill:#E5E7EB,stroke:#6B7280,color:#111827']),
      ...classed(critical, 'critical'),
      ...classed(others, 'free'),
    ],
  };
}

function pathTable(plan: Plan, cite: Cite): Block {
  const { critical, start, unit } = plan;
  const took = critical.reduce((sum, task) => sum + lengthOf(task), 0);
  const [first, last] = [critical[0], critical.at(-1)];
  return {
    kind: 'table',
    columns: [
      { title: 'Task' },
      { title: 'Owner' },
      { title: 'Begins' },
      { title: 'Ends' },
      { title: `Takes, ${spelled[unit]}`, isFigure: true },
    ],
    rows: [
      ...critical.map((task) => [
        oneLine(task.name, 100),
        oneLine(task.owner ?? '', 60),
        dayOf(start, task.from),
        dayOf(start, Math.max(task.from, task.to - 1)),
        digitsOf(lengthOf(task), unit),
      ]),
      [
        '**Total**',
        '',
        first === undefined ? '' : dayOf(start, first.from),
        last === undefined ? '' : dayOf(start, Math.max(last.from, last.to - 1)),
        `**${digitsOf(took, unit)}**`,
      ],
    ],
    from: `${cite(...critical.map(({ line }) => line))}; days and the total are computed`,
  };
}

function loadTable({ tasks, critical, unit }: Plan, cite: Cite): Block {
  const owners = [...new Set(tasks.map(({ owner }) => owner ?? nobody))];
  const sum = (of: readonly Scheduled[]): number => of.reduce((all, task) => all + lengthOf(task), 0);
  const rows = owners
    .map((owner) => {
      const own = tasks.filter((task) => (task.owner ?? nobody) === owner);
      return { owner, count: own.length, load: sum(own), decisive: sum(own.filter((task) => critical.includes(task))) };
    })
    .sort((a, b) => b.load - a.load);
  return {
    kind: 'table',
    columns: [
      { title: 'Owner' },
      { title: 'Tasks', isFigure: true },
      { title: `Load, ${spelled[unit]}`, isFigure: true },
      { title: `On the critical path, ${spelled[unit]}`, isFigure: true },
    ],
    rows: [
      ...rows.map(({ owner, count, load, decisive }) => [
        oneLine(owner, 60),
        String(count),
        digitsOf(load, unit),
        digitsOf(decisive, unit),
      ]),
      ['**Total**', `**${tasks.length}**`, `**${digitsOf(sum(tasks), unit)}**`, `**${digitsOf(sum(critical), unit)}**`],
    ],
    from: `${cite(...tasks.map(({ line }) => line))}; loads and totals are computed`,
  };
}
