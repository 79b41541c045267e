/** Reads the services of a Compose file. */
import { entriesAt, fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Tree } from '../tree/model.ts';
import { extended, filesElsewhere } from './composeFiles.ts';
import type { Deployment, Link, Part } from './model.ts';
import { addressIn, namesHost, planeOf, readImage } from './planes.ts';

export function readCompose(root: Tree): Deployment {
  const services = entriesAt(root, 'services').map(([name, own]) => [name, extended(root, own)] as const);
  const parts = services.flatMap(([name, service]) => readService(name, service) ?? []);
  const links = services.flatMap(([name, service]) => linksOf(name, service, services));
  return { parts, links, others: 0, countsOne: true, elsewhere: filesElsewhere(root) };
}

function readService(name: string, service: Tree): Part | undefined {
  const image = fieldOf(service, 'image');
  const { name: imageName, version } = readImage(withDefaults(textAt(image)));
  const plane = planeOf([imageName, name]);
  const replicas = fieldOf(service, 'deploy', 'replicas') ?? fieldOf(service, 'scale');
  const limits = fieldOf(service, 'deploy', 'resources', 'limits');
  const cpu = fieldOf(limits, 'cpus') ?? fieldOf(service, 'cpus');
  const memory = fieldOf(limits, 'memory') ?? fieldOf(service, 'mem_limit');
  const isGlobal = textAt(service, 'deploy', 'mode') === 'global';
  const ports = itemsAt(service, 'ports');
  const build = fieldOf(service, 'build');
  const profiles = itemsAt(service, 'profiles').map((profile) => textAt(profile));
  const kind = [
    image === undefined && build !== undefined ? `built from ${textAt(build) || textAt(build, 'context') || '.'}` : '',
    profiles.length === 0 ? '' : `only in profile ${profiles.join(', ')}`,
  ];
  if (plane === undefined) return undefined;
  return {
    key: name,
    name,
    kind: kind.filter((words) => words !== '').join(', '),
    plane,
    image: imageName,
    version,
    replicas: isGlobal ? '1 per node' : withDefaults(textAt(replicas)) || '1',
    cpu: withDefaults(textAt(cpu)),
    memory: withDefaults(textAt(memory)),
    storage: '',
    ports: ports.map((port) => withDefaults(portOf(port))).filter((port) => port !== ''),
    change: '',
    lines: [service, image, replicas, cpu, memory, ...ports].flatMap((each) => each?.line ?? []),
  };
}

/** `${TAG:-1.4}` is `1.4` unless somebody says otherwise; a variable without such a value stays as it is. */
const withDefaults = (text: string): string => text.replaceAll(/\$\{\w+:?-([^${}]*)\}/g, '$1');

/** `8080:80`, or `{ published: 8080, target: 80 }`. */
function portOf(port: Tree): string {
  if (port.kind === 'scalar') return port.text;
  const [published, target] = [textAt(port, 'published'), textAt(port, 'target')];
  return published === '' ? target : `${published}:${target}`;
}

function linksOf(name: string, service: Tree, services: readonly (readonly [string, Tree])[]): readonly Link[] {
  const known = new Set(services.map(([other]) => other).filter((other) => other !== name));
  const found = new Map<string, number>();
  const add = (to: string, line: number): void => {
    if (known.has(to) && !found.has(to)) found.set(to, line);
  };
  for (const field of ['depends_on', 'links']) {
    for (const item of itemsAt(service, field)) add(textAt(item).split(':', 1)[0] ?? '', item.line);
    for (const [to, { line }] of entriesAt(service, field)) add(to, line);
  }
  const settings = [
    ...itemsAt(service, 'environment').map((setting) => {
      const [key = '', ...value] = textAt(setting).split('=');
      return { text: addressIn(key, value.join('=')), line: setting.line };
    }),
    ...entriesAt(service, 'environment').map(([key, value]) => ({ text: addressIn(key, textAt(value)), line: value.line })), // prettier-ignore
  ];
  for (const { text, line } of settings) for (const to of known) if (namesHost(text, to)) add(to, line);
  return [...found].map(([to, line]) => ({ from: name, to, line }));
}
