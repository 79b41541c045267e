/** Names of components that say nothing but their category, and technologies that would say more. */
import type { ComponentKind } from './componentTerms.ts';

export interface GenericPart {
  /** What is only a category, in lower case and the singular, without ordinals and places ("primary", "regional"). */
  readonly names: readonly string[];
  /** What it may be, the usual one first. */
  readonly choices: readonly [string, ...string[]];
}

const list = (names: string): readonly string[] => names.split(',').map((name) => name.trim().replace(/\s+/g, ' '));

/** Services, workers and schedulers are missing on purpose: those are the author's own. */
export const genericParts: Readonly<Partial<Record<ComponentKind, GenericPart>>> = {
  cdn: {
    names: list('cdn, content delivery network, edge cache, origin shield'),
    choices: ['CloudFront', 'Fastly', 'Cloudflare', 'Akamai'],
  },
  dns: { names: list('dns, dns server, dns resolver'), choices: ['Route 53', 'Cloud DNS', 'NS1'] },
  firewall: {
    names: list('firewall, waf, web application firewall'),
    choices: ['AWS WAF', 'Cloudflare WAF', 'Cloud Armor'],
  },
  'load-balancer': {
    names: list(
      'load balancer, lb, alb, nlb, elb, application load balancer, network load balancer, l4 load balancer, l7 load balancer',
    ),
    choices: ['NGINX', 'HAProxy', 'Envoy', 'AWS'],
  },
  gateway: {
    names: list('api gateway, edge gateway, ingress, ingress controller, reverse proxy, web server, websocket gateway'),
    choices: ['Kong', 'Envoy', 'NGINX', 'AWS'],
  },
  database: {
    names: list(
      `database, db, database cluster, database replica, database server, datastore, data store, document database, graph database,
      key value store, kv store, nosql database, primary database, primary db, read replica, relational database, replica db,
      session store, sql database, distributed database, time series database, time series db, vector database, vector db`,
    ),
    choices: ['PostgreSQL', 'MySQL', 'DynamoDB', 'Cassandra', 'MongoDB'],
  },
  cache: {
    names: list(
      `cache, cache cluster, cache layer, cache node, cache server, caching layer, distributed cache, in memory cache, object cache,
      query cache, result cache, session cache`,
    ),
    choices: ['Redis', 'Memcached', 'Valkey'],
  },
  queue: {
    names: list(
      'queue, message queue, task queue, job queue, work queue, message broker, message bus, dead letter queue, dlq',
    ),
    choices: ['RabbitMQ', 'SQS', 'ActiveMQ'],
  },
  'event-log': {
    names: list('event bus, event hub, event log, event stream, data stream, message log'),
    choices: ['Kafka', 'Kinesis', 'Pulsar'],
  },
  'stream-processing': {
    names: list('stream processing, stream processor, stream processing engine'),
    choices: ['Flink', 'Kafka Streams', 'Spark Streaming'],
  },
  'object-store': {
    names: list(
      'object storage, object store, blob storage, blob store, file storage, file store, media storage, cold storage',
    ),
    choices: ['S3', 'Azure Blob', 'MinIO', 'Ceph'],
  },
  search: {
    names: list('search index, search cluster, search engine'),
    choices: ['Elasticsearch', 'OpenSearch', 'Solr'],
  },
  warehouse: {
    names: list('data warehouse, data lake, olap store, olap database'),
    choices: ['Snowflake', 'BigQuery', 'Redshift'],
  },
  monitoring: {
    names: list(
      `monitoring, system monitoring, monitoring system, monitoring stack, monitoring service, observability, observability platform,
      observability stack, metrics store, metrics database, metrics collector, log aggregator, log aggregation, log store, alerting system,
      cluster monitor, health monitor, system monitor`,
    ),
    choices: ['Prometheus', 'Datadog', 'CloudWatch', 'Grafana'],
  },
  configuration: {
    names: list(
      'config store, configuration store, service registry, service discovery, secret store, feature flag service',
    ),
    choices: ['Consul', 'etcd', 'ZooKeeper', 'Vault'],
  },
  backup: { names: list('backup system'), choices: ['Velero', 'AWS Backup', 'pgBackRest'] },
  deployment: {
    names: list('ci cd, ci cd pipeline, deployment pipeline, container registry, artifact registry'),
    choices: ['Argo CD', 'Spinnaker', 'Jenkins', 'GitHub Actions'],
  },
};

/** Their instances have names of their own, such as a queue's. */
export const namedInstances: ReadonlySet<ComponentKind> = new Set(['event-log', 'object-store', 'queue', 'search']);

/** Names of what is done as well as of a part that does it. */
export const activities = /(?:ation|ging|ility|ing|pipeline)$|^(?:ci cd|service discovery|stream processing)$/;

/** Digits that are part of a name. */
export const protocols =
  /\b(?:[A-Z]2[A-Z]|2FA|AES[- ]?\d+|H\.26\d|HTTPS?[ /]?[1-3](?:\.\d)?|IPv[46]|L[1-7]|Layer [1-7]|MP[34]|OAuth ?2(?:\.0)?|SHA-?\d+|TLS ?1\.\d|UTF-?8)\b/gi;

/** A size without a figure: "exabyte scale". */
export const sizes = /\b(?:giga|tera|peta|exa)(?:bytes?|bits?)\b/i;

/** Names that are a category and a product at once where a cloud is named beside them. */
export const cloudProducts: ReadonlySet<string> = new Set(
  list(
    'api gateway, application load balancer, network load balancer, alb, nlb, elb, service discovery, service registry, container registry, artifact registry, cdn, waf, monitoring, event hub, blob storage, origin shield',
  ),
);

export const cloudWords =
  /\b(?:AWS|Amazon|Azure|GCP|Google Cloud|CloudFront|CloudWatch|DynamoDB|Lambda|Cognito|Route ?53|SQS|SNS|S3|RDS|ECS|EKS|GKE|AKS|Fargate|BigQuery|Cosmos ?DB|Pub\/Sub)\b/;

/** A maker or language, or words for what is one's own: any of them makes a part specific. */
export const specificWords =
  /\b(?:java|scala|kotlin|golang|rust|python|node\.js|ruby|php|erlang|elixir|c\+\+|\.net|tensorflow|pytorch|custom|bespoke|in-house|home-?grown|proprietary|self-built|palo alto|x-pack|cisco|f5|juniper|citrix|fortinet|istio|linkerd|lucene|go(?=[ ,\d]|$)(?<=\bGo))\b/i;
