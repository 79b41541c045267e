/** Reads the resources of a Terraform plan or state (`terraform show -json`): those that run, keep, admit or watch something. */
import { entriesAt, fieldOf, itemsAt, textAt } from '../tree/model.ts';
import type { Tree } from '../tree/model.ts';
import type { Deployment, Link, Part } from './model.ts';
import { planeOf } from './planes.ts';
import type { PlaneName } from './planes.ts';

/** What a resource is, by its type; the first that matches counts, and what matches none is no component. */
const types: readonly (readonly [RegExp, PlaneName | undefined])[] = [
  [/_(?:attachment|policy|rule|listener|association|permission|versioning|parameter_group|subnet_group|target_group|record|acl|encryption_configuration|access_block|iam_\w+|binding|version|user)$/, undefined], // prettier-ignore
  [/cloudfront_distribution|_cdn_|frontdoor|(?:^|_)a?lb$|_elb$|load_?balancer|forwarding_rule|route53_zone|dns_zone|managed_zone|waf\w*_web_acl|api_?gateway\w*_(?:api|rest_api)$|application_gateway/, 'edge'], // prettier-ignore
  [/(?:db|rds|docdb|neptune)_(?:instance|cluster)$|dynamodb_table|elasticache_\w*(?:cluster|group)|s3_bucket$|sql_database_instance|(?:postgresql|mysql|mssql|sql)\w*_server$|cosmosdb_account|redis_(?:instance|cache)|storage_(?:bucket|account)$|efs_file_system|sqs_queue|sns_topic|msk_cluster|kinesis_stream|pubsub_topic|servicebus_namespace|eventhub$|bigquery_dataset|opensearch_domain|elasticsearch_domain|mq_broker|memorydb_cluster|spanner_instance|bigtable_instance/, 'state'], // prettier-ignore
  [/cloudwatch_(?:metric_alarm|dashboard)|monitoring_alert|monitor_metric_alert|prometheus_workspace|grafana_workspace|secretsmanager_secret$|kms_key$|key_vault$|codepipeline$|codebuild_project|eks_cluster|container_cluster|kubernetes_cluster|sfn_state_machine/, 'control'], // prettier-ignore
  [/_instance$|ecs_service|lambda_function|cloud_run\w*_service|cloudfunctions\w*_function|app_service|_web_app$|function_app$|autoscaling_group|instance_group_manager|(?:linux|windows)_virtual_machine|apprunner_service|batch_job_definition|eks_node_group|container_node_pool|container_app$/, 'service'], // prettier-ignore
];

/** What tells instances of one resource apart. */
const figures = ['engine', 'runtime', 'database_version', 'engine_version', 'version', 'kubernetes_version', 'instance_class', 'instance_type', 'node_type', 'machine_type', 'tier', 'vm_size', 'size', 'desired_count', 'min_size', 'max_size', 'cpu', 'memory', 'memory_size', 'allocated_storage', 'disk_size_gb', 'volume_size']; // prettier-ignore

interface Found {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly plane: PlaneName;
  readonly all: Tree[];
}

export function readTerraform(root: Tree): Deployment {
  const values = fieldOf(root, 'planned_values') ?? fieldOf(root, 'values');
  const resources = resourcesOf(fieldOf(values, 'root_module')).filter((resource) => textAt(resource, 'mode') !== 'data'); // prettier-ignore
  const changes = new Map(itemsAt(root, 'resource_changes').map((change) => [textAt(change, 'address'), change]));
  const found = new Map<string, Found>();
  let others = 0;
  for (const resource of resources) {
    const type = textAt(resource, 'type');
    const plane = types.find(([pattern]) => pattern.test(type))?.[1];
    if (plane === undefined) others += 1;
    else {
      const key = withoutIndex(textAt(resource, 'address'));
      const same = found.get(key);
      if (same === undefined) found.set(key, { key, type, name: textAt(resource, 'name'), plane, all: [resource] });
      else same.all.push(resource);
    }
  }
  const shown = [...found.values()].map((each) => ({ key: each.key, parts: apart(each) }));
  const keysOf = new Map(shown.map(({ key, parts }) => [key, parts.map((part) => part.key)]));
  const links = linksOf(fieldOf(root, 'configuration', 'root_module'), '', new Set(found.keys()));
  return {
    parts: shown.flatMap(({ parts }) => parts).flatMap((each) => readPart(each, changes) ?? []),
    links: links.flatMap(({ from, to, line }) =>
      (keysOf.get(from) ?? []).flatMap((one) =>
        (keysOf.get(to) ?? []).map((other) => ({ from: one, to: other, line })),
      ),
    ),
    others,
    countsOne: false,
    elsewhere: [],
  };
}

/** Instances of one resource are one part as long as they are alike; else each is one, under its whole address. */
function apart(found: Found): readonly Found[] {
  const looks = new Set(
    found.all.map((resource) => figures.map((name) => textAt(resource, 'values', name)).join('\n')),
  );
  if (looks.size < 2) return [found];
  return found.all.map((resource) => {
    const key = textAt(resource, 'address');
    return { ...found, key, name: key.replace(`${found.type}.`, ''), all: [resource] };
  });
}

/** Modules in modules are few; a thousand levels are somebody's joke. */
function resourcesOf(module: Tree | undefined, depth = 0): readonly Tree[] {
  if (module === undefined || depth > 50) return [];
  const inner = itemsAt(module, 'child_modules').flatMap((child) => resourcesOf(child, depth + 1));
  return [...itemsAt(module, 'resources'), ...inner];
}

const withoutIndex = (address: string): string => address.replaceAll(/\[[^\]]*\]/g, '');

function readPart(
  { key, type, name, plane: planeName, all }: Found,
  changes: ReadonlyMap<string, Tree>,
): Part | undefined {
  const plane = planeOf([], planeName);
  const [resource] = all;
  if (plane === undefined || resource === undefined) return undefined;
  const values = fieldOf(resource, 'values');
  const pick = (...names: readonly string[]): Tree | undefined =>
    names.map((each) => fieldOf(values, each)).find((value) => value?.kind === 'scalar' && value.text !== '');
  const engine = pick('engine', 'runtime', 'database_version');
  const version = pick('engine_version', 'version', 'kubernetes_version');
  const size = pick('instance_class', 'instance_type', 'node_type', 'machine_type', 'cache_node_type', 'tier', 'vm_size', 'size', 'billing_mode'); // prettier-ignore
  const count = pick('desired_count', 'desired_capacity', 'num_cache_clusters', 'num_cache_nodes', 'number_of_broker_nodes', 'target_size', 'shard_count'); // prettier-ignore
  const [least, most] = [pick('min_size'), pick('max_size')];
  const [cpu, memory] = [pick('cpu'), pick('memory_size', 'memory')];
  const storage = pick('allocated_storage', 'disk_size_gb', 'volume_size');
  const [port, change] = [pick('port'), changes.get(textAt(resource, 'address'))];
  const actions = itemsAt(change, 'change', 'actions').map((action) => textAt(action));
  const scaled = count === undefined && least !== undefined && most !== undefined && textAt(least) !== textAt(most);
  return {
    key,
    name: key.startsWith('module.') ? key.replace(`.${type}`, '').replaceAll('module.', '') : name,
    kind: type,
    plane,
    image: [textAt(engine), textAt(size)].filter((word) => word !== '').join(', '),
    version: textAt(version),
    replicas: scaled
      ? `${textAt(least)} to ${textAt(most)}`
      : textAt(count) || (all.length > 1 ? String(all.length) : ''),
    cpu: textAt(cpu),
    memory: memory === undefined ? '' : type.includes('lambda') ? `${textAt(memory)} MB` : textAt(memory),
    storage: storage === undefined ? '' : `${textAt(storage)} GB`,
    ports: port === undefined ? [] : [textAt(port)],
    change: actions.length > 1 ? 'replace' : actions[0] === 'no-op' ? '' : (actions[0] ?? ''),
    lines: [...all, engine, version, size, count, ...(scaled ? [least, most] : []), cpu, memory, storage, port, change].flatMap((each) => each?.line ?? []), // prettier-ignore
  };
}

/** What the configuration of a resource refers to. */
function linksOf(module: Tree | undefined, prefix: string, known: ReadonlySet<string>, depth = 0): readonly Link[] {
  if (module === undefined || depth > 50) return [];
  const links = new Map<string, Link>();
  for (const resource of itemsAt(module, 'resources')) {
    const from = `${prefix}${textAt(resource, 'address')}`;
    if (!known.has(from)) continue;
    for (const reference of referencesIn(fieldOf(resource, 'expressions'))) {
      const [type = '', name = ''] = withoutIndex(reference.text).split('.');
      const to = `${prefix}${type}.${name}`;
      if (to !== from && known.has(to)) links.set(`${from}\n${to}`, { from, to, line: reference.line });
    }
  }
  const inner = entriesAt(module, 'module_calls').flatMap(([name, call]) => linksOf(fieldOf(call, 'module'), `${prefix}module.${name}.`, known, depth + 1)); // prettier-ignore
  return [...links.values(), ...inner];
}

function referencesIn(expressions: Tree | undefined): readonly { readonly text: string; readonly line: number }[] {
  const found: { readonly text: string; readonly line: number }[] = [];
  const open: Tree[] = expressions === undefined ? [] : [expressions];
  for (let tree = open.pop(); tree !== undefined; tree = open.pop()) {
    if (tree.kind === 'list') open.push(...tree.items);
    else if (tree.kind === 'map') {
      for (const reference of itemsAt(tree, 'references'))
        found.push({ text: textAt(reference), line: reference.line });
      open.push(...[...tree.fields].filter(([name]) => name !== 'references').map(([, value]) => value));
    }
  }
  return found.reverse();
}
