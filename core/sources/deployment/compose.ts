/** Reads the services of a Compose file. */
import { entriesAt, fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Tree } from '../tree/model.ts';
import type { Deployment, Link, Part } from './model.ts';
import { namesHost, planeOf, readImage } from './planes.ts';

export function readCompose(root: Tree): Deployment {
  const services = entriesAt(root, 'services');
  const parts = services.flatMap(([name, service]) => readService(name, service) ?? []);
  const links = services.flatMap(([name, service]) => linksOf(name, service, services));
  return { parts, links, others: 0, countsOne: true };
}

function readService(name: string, service: Tree): Part | undefined {
  const image = fieldOf(service, 'image');
  const { name: imageName, version } = readImage(textAt(image));
  const plane = planeOf([imageName, name]);
  const replicas = fieldOf(service, 'deploy', 'replicas') ?? fieldOf(service, 'scale');
  const limits = fieldOf(service, 'deploy', 'resources', 'limits');
  const cpu = fieldOf(limits, 'cpus') ?? fieldOf(service, 'cpus');
  const memory = fieldOf(limits, 'memory') ?? fieldOf(service, 'mem_limit');
  const isGlobal = textAt(service, 'deploy', 'mode') === 'global';
  const ports = itemsAt(service, 'ports');
  if (plane === undefined) return undefined;
  return {
    key: name,
    name,
    kind: '',
    plane,
    image: imageName,
    version,
    replicas: isGlobal ? '1 per node' : textAt(replicas) || '1',
    cpu: textAt(cpu),
    memory: textAt(memory),
    storage: '',
    ports: ports.map(portOf).filter((port) => port !== ''),
    change: '',
    lines: [service, image, replicas, cpu, memory, ...ports].flatMap((each) => each?.line ?? []),
  };
}

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
  const settings = [...itemsAt(service, 'environment'), ...entriesAt(service, 'environment').map(([, value]) => value)];
  for (const setting of settings) {
    const text = textAt(setting);
    for (const to of known) if (namesHost(text, to)) add(to, setting.line);
  }
  return [...found].map(([to, line]) => ({ from: name, to, line }));
}
