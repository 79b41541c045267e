/** Writes a deployment as an architecture diagram by planes, and a table of its components with their figures. */
import { defaultPlanes, planeClassDefinition, planeClassName } from '../../lexicon/planes.ts';
import type { Plane } from '../../lexicon/planes.ts';
import type { Block, Column } from '../blocks.ts';
import type { Cite } from '../cite.ts';
import { createIds } from '../ids.ts';
import { comment, oneLine } from '../labels.ts';
import type { EmitContext } from '../source.ts';
import { quotedLines } from '../spoken.ts';
import type { Deployment, Part } from './model.ts';

export function emitDeployment(deployment: Deployment, { cite, title }: EmitContext): readonly Block[] {
  const { parts, others, countsOne, elsewhere } = deployment;
  const without = [
    ...(others === 0 ? [] : [`${others} other ${others === 1 ? 'resource' : 'resources'}`]),
    ...(elsewhere.length === 0 ? [] : [`what ${oneLine(elsewhere.join(' and '), 120)} ${elsewhere.length === 1 ? 'says' : 'say'}`]), // prettier-ignore
  ];
  const rest = without.length === 0 ? '' : `, without ${without.join(' and ')}`;
  const count = `${parts.length} ${parts.length === 1 ? 'component' : 'components'}`;
  return [
    { kind: 'heading', level: 2, text: `${title ?? 'Deployment'}: components and sizing` },
    drawArchitecture(deployment, cite),
    { kind: 'heading', level: 3, text: `${count}${rest}` },
    partTable(parts, countsOne ? '; where no number of replicas is written, it is one' : '', cite),
  ];
}

const planes = defaultPlanes.filter(({ optional }) => optional !== true);

function drawArchitecture({ parts, links }: Deployment, cite: Cite): Block {
  const idOf = createIds('part');
  const used = planes.filter((plane) => parts.some((part) => part.plane === plane));
  for (const plane of used) idOf(`plane ${plane.name}`, `${plane.name}Plane`);
  for (const { key, name } of parts) idOf(key, name);
  const draw = (plane: Plane): readonly string[] => [
    `    subgraph ${idOf(`plane ${plane.name}`)}["${plane.name.charAt(0).toUpperCase()}${plane.name.slice(1)} plane"]`,
    ...parts
      .filter((part) => part.plane === plane)
      .flatMap((part) => {
        const label = quotedLines([part.name, running(part), sizing(part)], 50);
        const shape = plane.name === 'state' ? `[(${label})]` : `[${label}]`;
        return [
          `        ${comment(cite(...part.lines))}`,
          `        ${idOf(part.key)}${shape}:::${planeClassName(plane)}`,
        ];
      }),
    '    end',
  ];
  return {
    kind: 'diagram',
    lines: [
      'flowchart TB',
      ...used.flatMap(draw),
      ...links.flatMap(({ from, to, line }) => [`    ${comment(cite(line))}`, `    ${idOf(from)} --> ${idOf(to)}`]),
      ...used.map((plane) => `    ${planeClassDefinition(plane)}`),
    ],
  };
}

/** `postgres:16.3`, or what kind of thing it is. */
function running({ image, version, kind }: Part): string {
  const [short = '', ...sizes] = image.slice(image.lastIndexOf('/') + 1).split(', ');
  const product = [short, version].filter((word) => word !== '').join(/^\w+_/.test(kind) ? ' ' : ':');
  const said = [product, ...sizes].filter((word) => word !== '').join(', ');
  return said === '' ? kind : said;
}

function sizing({ replicas, cpu, memory, storage, ports }: Part): string {
  const figures = [
    replicas === '' ? '' : /^\d+$/.test(replicas) ? `${replicas} ${replicas === '1' ? 'replica' : 'replicas'}` : replicas.replace(/ to (.*)/, ' to $1 replicas'), // prettier-ignore
    cpu === '' ? '' : `${cpu} CPU`,
    memory,
    storage,
    ports.length === 0 || replicas === '' ? (ports[0] ?? '') : `port ${ports.slice(0, 2).join(' ')}`,
  ];
  return figures.filter((figure) => figure !== '').join(', ');
}

function partTable(parts: readonly Part[], remark: string, cite: Cite): Block {
  const all: readonly { readonly column: Column; readonly of: (part: Part) => string }[] = [
    { column: { title: 'Component' }, of: ({ name }) => name },
    { column: { title: 'Plane' }, of: ({ plane }) => plane.name },
    { column: { title: 'Kind' }, of: ({ kind }) => kind },
    { column: { title: 'Runs' }, of: ({ image }) => image },
    { column: { title: 'Version' }, of: ({ version }) => version },
    { column: { title: 'Replicas', isFigure: true }, of: ({ replicas }) => replicas },
    { column: { title: 'CPU', isFigure: true }, of: ({ cpu }) => cpu },
    { column: { title: 'Memory', isFigure: true }, of: ({ memory }) => memory },
    { column: { title: 'Storage', isFigure: true }, of: ({ storage }) => storage },
    { column: { title: 'Ports and hosts' }, of: ({ ports }) => ports.join(', ') },
    { column: { title: 'Change' }, of: ({ change }) => change },
  ];
  const columns = all.filter(({ of }) => parts.some((part) => of(part) !== ''));
  return {
    kind: 'table',
    columns: columns.map(({ column }) => column),
    rows: planes.flatMap((plane) =>
      parts.filter((part) => part.plane === plane).map((part) => columns.map(({ of }) => oneLine(of(part), 100))),
    ),
    from: `${cite(...parts.flatMap(({ lines }) => lines))}${remark}`,
  };
}
