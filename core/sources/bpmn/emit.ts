/** Writes a process as a flowchart, with lanes as subgraphs and gateways as diamonds, and a table of its steps. */
import type { Block } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { createIds } from '../ids.ts';
import { comment, oneLine, quoted } from '../labels.ts';
import type { EmitContext } from '../source.ts';
import { quotedLines } from '../spoken.ts';
import type { Flow, Group, Process, Step } from './model.ts';

export function emitBpmn(process: Process, { cite, title, options }: EmitContext): readonly Block[] {
  const name = oneLine(options['title'] ?? process.name ?? title ?? 'Process', 100);
  const counts = [count(process.steps.length, 'step'), count(process.flows.length, 'flow')];
  return [
    { kind: 'heading', level: 2, text: `${name}: ${counts.join(', ')}` },
    drawFlowchart(process, cite),
    { kind: 'heading', level: 3, text: `Steps${without(process)}` },
    stepTable(process, cite),
  ];
}

/** What is left out, in words. */
function without({ others }: Process): string {
  const counted = [...others].map(([what, number]) => count(number, what));
  return counted.length === 0 ? '' : `, without ${counted.join(' and ')}`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** What a step is called: by its name, else by what it is. */
const nameOf = ({ name, type, mark }: Step): string =>
  name !== '' ? name : mark.length > 1 ? `${type}, ${mark}` : type;

function drawFlowchart({ steps, groups, flows }: Process, cite: Cite): Block {
  const idOf = createIds('step');
  for (const { id, name } of groups) idOf(id, name === '' ? id : name);
  for (const step of steps) idOf(step.id, nameOf(step));
  const draw = (group: string | undefined, depth: number): readonly string[] => {
    const indent = '    '.repeat(depth);
    return [
      ...steps
        .filter((step) => step.group === group)
        .flatMap((step) => [comment(cite(step.line)), `${idOf(step.id)}${shapeOf(step)}`])
        .map((line) => `${indent}${line}`),
      ...groups
        .filter(({ parent }) => parent === group)
        .flatMap((inner) => drawGroup(inner, indent, draw(inner.id, depth + 1))),
    ];
  };
  const drawGroup = ({ id, name, type, line }: Group, indent: string, inside: readonly string[]): readonly string[] =>
    inside.length === 0
      ? [`${indent}${comment(cite(line))}`, `${indent}${idOf(id)}[${quoted(name === '' ? type : name)}]`]
      : [
          `${indent}${comment(cite(line))}`,
          `${indent}subgraph ${idOf(id)}[${quoted(name === '' ? type : name)}]`,
          ...inside,
          `${indent}end`,
        ];
  const edges = flows.flatMap((flow) => [
    `    ${comment(cite(flow.line))}`,
    `    ${idOf(flow.from)} ${arrowOf(flow)} ${idOf(flow.to)}`,
  ]);
  return { kind: 'diagram', lines: ['flowchart LR', ...draw(undefined, 1), ...edges] };
}

function shapeOf(step: Step): string {
  const { name, shape, mark, type } = step;
  switch (shape) {
    case 'start':
      return `((${quotedLines([name === '' ? 'start' : name, mark])}))`;
    case 'end':
      return `(((${quotedLines([name === '' ? 'end' : name, mark])})))`;
    case 'event':
      return `([${quotedLines(name === '' ? [mark === '' ? type : mark] : [name, mark])}])`;
    case 'gateway':
      // A question needs no sign; ways that are taken together do.
      return `{${quotedLines(name === '' ? [mark] : mark === '×' ? [name] : [name, mark])}}`;
    case 'call':
      return `[[${quoted(nameOf(step))}]]`;
    case 'task':
    case 'outside':
      return `[${quoted(nameOf(step))}]`;
  }
}

function arrowOf({ type, label }: Flow): string {
  const arrow = type === 'message' || type === 'interrupts' ? '-.->' : '-->';
  return label === '' ? arrow : `${arrow}|${quoted(label, 50)}|`;
}

function stepTable({ steps, groups, flows }: Process, cite: Cite): Block {
  const names = new Map([...groups.map(({ id, name, type }) => [id, name === '' ? type : name] as const), ...steps.map((step) => [step.id, nameOf(step)] as const)]); // prettier-ignore
  const hasLanes = groups.length > 0;
  const next = (id: string): string =>
    flows
      .filter(({ from, type }) => from === id && type !== 'interrupts')
      .map(({ to, label, condition }) => {
        const how = label === '' || condition === '' || label === condition ? label : `${label}: ${condition}`;
        return how === '' ? (names.get(to) ?? to) : `${names.get(to) ?? to} (${oneLine(how, 80)})`;
      })
      .join('; ');
  return {
    kind: 'table',
    columns: [{ title: 'Step' }, { title: 'What it is' }, ...(hasLanes ? [{ title: 'Who' }] : []), { title: 'Next' }],
    rows: steps.map((step) => [
      oneLine(nameOf(step), 100),
      step.mark.length > 1 ? `${step.type}, ${step.mark}` : step.type,
      ...(hasLanes ? [oneLine(names.get(step.group ?? '') ?? '', 60)] : []),
      next(step.id),
    ]),
    from: cite(...steps.map(({ line }) => line), ...flows.map(({ line }) => line)),
  };
}
