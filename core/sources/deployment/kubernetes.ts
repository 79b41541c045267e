/** Reads the workloads of Kubernetes manifests, with the services, ingresses and autoscalers that belong to them. */
import type { SourceProblem } from '../source.ts';
import { entriesAt, fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Tree } from '../tree/model.ts';
import type { Deployment, Link, Part } from './model.ts';
import { addressIn, namesHost, planeOf, readImage } from './planes.ts';

const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod', 'Rollout']);

interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly tree: Tree;
}

export function readKubernetes(documents: readonly Tree[]): Deployment | SourceProblem {
  const resources = documents
    .flatMap((tree) => (textAt(tree, 'kind').endsWith("List") ? itemsAt(tree, 'items') : [tree]))
    .map((tree): Resource => ({ kind: textAt(tree, 'kind'), name: textAt(tree, 'metadata', 'name'), namespace: textAt(tree, 'metadata', 'namespace'), tree })); // prettier-ignore
  const template = resources.map(({ tree }) => placeholderIn(tree)).find((place) => place !== undefined);
  if (template !== undefined) return { problem: 'this is a template: make manifests of it with helm template first', line: template.line }; // prettier-ignore
  const running = resources.filter((each) => workloads.has(each.kind) && !isTest(each));
  const entries = resources.filter(({ kind }) => kind === 'Ingress');
  const services = resources.filter(({ kind }) => kind === 'Service');
  const isSpread = new Set(running.map(({ namespace }) => namespace)).size > 1;
  const targets = services.map((service) => ({ service, to: running.filter((each) => selects(service, each)) }));
  const parts = [
    ...entries.flatMap((entry) => readIngress(entry, isSpread) ?? []),
    ...running.flatMap((each) => readWorkload(each, resources, targets.filter(({ to }) => to.includes(each)).map(({ service }) => service), isSpread) ?? []), // prettier-ignore
  ];
  const links = new Map<string, Link>();
  const link = (from: Resource, to: Resource, line: number): void => {
    const [one, other] = [keyOf(from), keyOf(to)];
    if (one !== other && !links.has(`${one}\n${other}`)) links.set(`${one}\n${other}`, { from: one, to: other, line });
  };
  for (const entry of entries) {
    for (const { name, line } of backendsOf(entry.tree)) {
      for (const { service, to } of targets) if (service.name === name && service.namespace === entry.namespace) for (const each of to) link(entry, each, line); // prettier-ignore
    }
  }
  for (const each of running) {
    for (const setting of settingsOf(each.tree)) {
      for (const { service, to } of targets) {
        const isNear = service.namespace === each.namespace;
        const hosts = [...(isNear ? [service.name] : []), `${service.name}.${service.namespace || 'default'}`];
        if (hosts.some((host) => namesHost(setting.text, host))) for (const other of to) link(each, other, setting.line); // prettier-ignore
      }
    }
  }
  return { parts, links: [...links.values()], others: resources.length - parts.length, countsOne: true, elsewhere: [] };
}

/** A `{{ … }}` in place of a name, a number of replicas or an image, which YAML takes for a mapping. */
function placeholderIn(tree: Tree): Tree | undefined {
  const containers = itemsAt(tree, 'spec', 'template', 'spec', 'containers').map((each) => fieldOf(each, 'image'));
  const told = [fieldOf(tree, 'metadata', 'name'), fieldOf(tree, 'spec', 'replicas'), ...containers];
  return told.find((each) => each !== undefined && each.kind !== 'scalar');
}

/** What Helm runs when somebody asks for a test is no part of what runs. */
const isTest = ({ tree }: Resource): boolean =>
  textAt(tree, 'metadata', 'annotations', 'helm.sh/hook').startsWith('test');

const keyOf = ({ kind, namespace, name }: Resource): string => `${kind}/${namespace}/${name}`;
const shownName = ({ namespace, name }: Resource, isSpread: boolean): string =>
  isSpread && namespace !== '' ? `${namespace}/${name}` : name;

/** Where a workload's pods are described. */
function podOf({ kind, tree }: Resource): Tree | undefined {
  if (kind === 'Pod') return tree;
  if (kind === 'CronJob') return fieldOf(tree, 'spec', 'jobTemplate', 'spec', 'template');
  return fieldOf(tree, 'spec', 'template');
}

const containersOf = (resource: Resource): readonly Tree[] => itemsAt(podOf(resource), 'spec', 'containers');
const settingsOf = (tree: Tree): readonly { readonly text: string; readonly line: number }[] => {
  const pod = fieldOf(tree, 'spec', 'jobTemplate', 'spec', 'template') ?? fieldOf(tree, 'spec', 'template') ?? tree;
  return itemsAt(pod, 'spec', 'containers').flatMap((container) => [
    ...itemsAt(container, 'env').flatMap((entry) => {
      const value = fieldOf(entry, 'value');
      return value === undefined ? [] : { text: addressIn(textAt(entry, 'name'), textAt(value)), line: value.line };
    }),
    ...itemsAt(container, 'args').map((argument) => ({ text: textAt(argument), line: argument.line })),
  ]);
};

function selects(service: Resource, workload: Resource): boolean {
  const wanted = entriesAt(service.tree, 'spec', 'selector');
  const labels = fieldOf(podOf(workload), 'metadata', 'labels');
  return (
    wanted.length > 0 &&
    service.namespace === workload.namespace &&
    wanted.every(([name, value]) => textAt(labels, name) === textAt(value))
  );
}

function readWorkload(
  resource: Resource,
  all: readonly Resource[],
  services: readonly Resource[],
  isSpread: boolean,
): Part | undefined {
  const { kind, name, tree } = resource;
  const [main, ...beside] = containersOf(resource);
  const others = beside.map((container) => fieldOf(container, 'image')).filter((each) => each !== undefined);
  const sidecars = [...new Set(others.map((each) => textAt(each)))].filter((each) => each !== '');
  const image = fieldOf(main, 'image');
  const { name: imageName, version } = readImage(textAt(image));
  const limits = fieldOf(main, 'resources', 'limits') ?? fieldOf(main, 'resources', 'requests');
  const scaler = all.find((each) => each.kind === 'HorizontalPodAutoscaler' && each.namespace === resource.namespace && textAt(each.tree, 'spec', 'scaleTargetRef', 'name') === name); // prettier-ignore
  const [least, most] = [fieldOf(scaler?.tree, 'spec', 'minReplicas'), fieldOf(scaler?.tree, 'spec', 'maxReplicas')];
  const replicas = fieldOf(tree, 'spec', 'replicas');
  const storage = fieldOf(itemsAt(tree, 'spec', 'volumeClaimTemplates')[0], 'spec', 'resources', 'requests', 'storage');
  const isEntry = services.some((service) => textAt(service.tree, 'spec', 'type') === 'LoadBalancer');
  const plane = planeOf([imageName, ...(isEntry ? [] : [name])], kind === 'StatefulSet' && planeOf([imageName, name])?.name === 'service' ? 'state' : undefined); // prettier-ignore
  const ports = services.flatMap((service) => itemsAt(service.tree, 'spec', 'ports'));
  const own = ports.length > 0 ? ports : itemsAt(main, 'ports');
  if (plane === undefined) return undefined;
  return {
    key: keyOf(resource),
    name: shownName(resource, isSpread),
    kind: sidecars.length === 0 ? kind : `${kind}, beside ${sidecars.join(', ')}`,
    plane,
    image: imageName,
    version,
    replicas: most !== undefined ? `${textAt(least) || '1'} to ${textAt(most)}` : replicasOf(kind, textAt(replicas)),
    cpu: textAt(limits, 'cpu'),
    memory: textAt(limits, 'memory'),
    storage: textAt(storage),
    ports: [...new Set(own.map((port) => textAt(port, 'port') || textAt(port, 'containerPort')).filter((port) => port !== ''))], // prettier-ignore
    change: '',
    lines: [tree, image, ...(most === undefined ? [replicas] : [least, most]), fieldOf(limits, 'cpu'), fieldOf(limits, 'memory'), storage, ...others, ...own].flatMap((each) => each?.line ?? []), // prettier-ignore
  };
}

function replicasOf(kind: string, written: string): string {
  if (kind === 'DaemonSet') return '1 per node';
  return kind === 'Job' || kind === 'CronJob' ? '' : written === '' ? '1' : written;
}

function readIngress(resource: Resource, isSpread: boolean): Part | undefined {
  const plane = planeOf([], 'edge');
  const rules = itemsAt(resource.tree, 'spec', 'rules');
  const hosts = rules.map((rule) => textAt(rule, 'host')).filter((host) => host !== '');
  if (plane === undefined) return undefined;
  const controller = textAt(resource.tree, 'spec', 'ingressClassName');
  return {
    key: keyOf(resource),
    name: shownName(resource, isSpread),
    kind: controller === '' ? 'Ingress' : `${controller} ingress`,
    plane,
    image: '',
    version: '',
    replicas: '',
    cpu: '',
    memory: '',
    storage: '',
    ports: hosts,
    change: '',
    lines: [resource.tree.line, ...rules.map(({ line }) => line)], // prettier-ignore
  };
}

function backendsOf(tree: Tree): readonly { readonly name: string; readonly line: number }[] {
  const paths = itemsAt(tree, 'spec', 'rules').flatMap((rule) => itemsAt(rule, 'http', 'paths'));
  const backends = [...paths.map((path) => fieldOf(path, 'backend')), fieldOf(tree, 'spec', 'defaultBackend')];
  return backends.flatMap((backend) => {
    const name = textAt(backend, 'service', 'name') || textAt(backend, 'serviceName');
    return name === '' || backend === undefined ? [] : [{ name, line: backend.line }];
  });
}
