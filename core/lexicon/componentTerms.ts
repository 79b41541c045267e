/** What parts of a running system are called: per kind, the words for the category and the names of its products. */

/** The planes a component may live in; `stream` is the optional fifth. */
export const planeIds = ['edge', 'service', 'state', 'control', 'stream'] as const;
export type PlaneId = (typeof planeIds)[number];

interface Kind {
  /** Where it lives: in the first of these planes that a palette has. */
  readonly planes: readonly [PlaneId, ...PlaneId[]];
  /** Words that name the kind and nothing in particular, in the singular. */
  readonly categories: readonly string[];
  /** Technologies and products. */
  readonly products: readonly string[];
}

const split = (words: string): readonly string[] =>
  words
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');

const kind = (planes: Kind['planes'], categories: string, products: string): Kind => ({
  planes,
  categories: split(categories),
  products: split(products),
});

/** Words are in lower case, with blanks for hyphens. */
export const componentKinds = {
  cdn: kind(
    ['edge'],
    `cdn, content delivery network, edge cache, edge server, edge node, edge location, edge network, point of presence,
    pop, edge pop, origin shield`,
    'cloudfront, cloudflare, fastly, akamai, cloud cdn, azure cdn, front door, bunny cdn, open connect, open connect appliance',
  ),
  dns: kind(
    ['edge'],
    'dns, name server, dns server, dns resolver, geodns, global dns',
    'route 53, route53, cloud dns, azure dns, ns1, bind9, traffic manager',
  ),
  firewall: kind(
    ['edge'],
    'waf, firewall, web application firewall, ddos scrubber, ddos shield, bot manager',
    'aws waf, cloud armor, aws shield, shield advanced, modsecurity, cloudflare waf, imperva',
  ),
  'load-balancer': kind(
    ['edge'],
    `load balancer, lb, alb, nlb, elb, glb, gslb, global load balancer, application load balancer, network load balancer,
    l4 lb, l7 lb, l4 load balancer, l7 load balancer, elastic load balancer, internal load balancer`,
    'aws alb, aws nlb, aws elb, haproxy, f5 big ip, big ip, maglev, katran, elastic load balancing, azure load balancer',
  ),
  gateway: kind(
    ['edge', 'service'],
    `gateway, api gateway, edge gateway, graphql gateway, websocket gateway, ingress, ingress controller, ingress gateway,
    edge proxy, reverse proxy, nat gateway, vpn gateway, web server, proxy, proxy server, auth proxy, rate limiter, edge router`,
    `kong, apigee, zuul, amazon api gateway, aws api gateway, azure api management, nginx, traefik, envoy, envoy proxy,
    apache httpd, caddy, tyk, ambassador`,
  ),
  service: kind(
    ['service'],
    `service, microservice, micro service, api, rest api, graphql api, grpc api, grpc service, web service, backend,
    backend service, application server, app server, app instance, application instance, web app server, bff, server,
    backend for frontend, monolith, service mesh, sidecar, engine, processor, orchestrator, handler, pod, api pod, web pod,
    api server, business logic, application, backend api, auth server, recommender, recommendation engine, query service, query engine, search service, notification service, matching engine,
    rules engine, pricing engine, workflow engine, model server, inference server, resolver, dispatcher, app pod, web node`,
    `spring boot, node js, express js, django, flask, fastapi, rails, ruby on rails, dot net, asp net core, go service, tomcat,
    gunicorn, unicorn, puma, php fpm, ecs, ecs fargate, fargate, ec2, cloud run, app engine, app service, elastic beanstalk,
    heroku, triton inference server, torchserve, sagemaker, bedrock, graphql, apollo server`,
  ),
  worker: kind(
    ['service'],
    `worker, background worker, job worker, queue worker, consumer, producer, batch job, cron job, background job, job runner,
    task runner, event consumer, event producer, message consumer, crawler, transcoder, encoder,
    indexer, batch processor, event processor, message processor, etl job`,
    'celery, sidekiq, resque, bullmq, aws batch, spring batch, temporal worker',
  ),
  function: kind(
    ['service'],
    'function, serverless function, cloud function, edge function, lambda function, edge worker',
    'lambda, aws lambda, cloud functions, azure functions, cloudflare workers, lambda edge, workers runtime',
  ),
  database: kind(
    ['state'],
    `database, db, primary db, replica db, database cluster, relational database, sql database, nosql database, nosql store,
    document database, document store, graph database, graph db, time series database, time series db, tsdb, vector database,
    vector db, vector store, key value store, kv store, read replica, database replica, primary database, replica set,
    database shard, db shard, analytics db, transactional database, ledger database, data store, datastore, store, wide column store, metadata store, event store, state store, session store, feature store, user db, ledger`,
    `postgresql, postgres, mysql, mariadb, percona, oracle db, oracle rac, oracle database, sql server, mssql,
    azure sql, sqlite, aurora, aurora postgresql, aurora mysql, rds, rds postgresql, rds mysql, amazon rds, dynamodb, cassandra, scylladb,
    scylla, mongodb, mongo, documentdb, couchbase, couchdb, cockroachdb, spanner, cloud spanner, cloud sql, bigtable, hbase,
    tidb, yugabytedb, vitess, planetscale, neo4j, neptune, janusgraph, influxdb, timescaledb, clickhouse, apache druid, apache pinot, rocksdb, foundationdb, cosmos db, cosmosdb, firestore, firebase, faunadb, riak,
    voldemort, pinecone, weaviate, milvus, qdrant, pgvector, db2, sybase, teradata, supabase,
    workers kv, durable object`,
  ),
  cache: kind(
    ['state'],
    `cache, distributed cache, in memory cache, session cache, query cache, result cache, object cache, cache cluster,
    cache server, cache node, caching layer, cache layer, local cache, data cache`,
    `redis, redis cluster, memcached, elasticache, hazelcast, ehcache, varnish, dragonfly, keydb, valkey, aerospike, apache ignite, memorystore, evcache, redis sentinel, redis enterprise, mcrouter, dax`,
  ),
  queue: kind(
    ['state'],
    `queue, message queue, task queue, job queue, work queue, dead letter queue, dlq, message broker, broker, retry queue,
    priority queue, mq, message bus, event queue, webhook queue, fifo queue, delay queue`,
    'rabbitmq, sqs, aws sqs, amazon sqs, activemq, ibm mq, sns, aws sns, zeromq, nsq, beanstalkd, azure service bus, service bus, cloud tasks, amazon mq',
  ),
  'event-log': kind(
    ['stream', 'state'],
    'event log, event bus, event stream, stream, data stream, event hub, kafka broker, kafka topic, topic, message log, change stream',
    `kafka, apache kafka, kinesis, kinesis data streams, kinesis streams, kinesis firehose, pulsar, apache pulsar, redpanda,
    msk, amazon msk, event hubs, eventbridge, pub sub, google pub sub, nats, nats jetstream, confluent, redis streams, azure event hubs`,
  ),
  'stream-processing': kind(
    ['stream', 'service'],
    'stream processor, stream processing engine, stream processing',
    'flink, apache flink, kafka streams, spark streaming, samza, apache samza, apache storm, ksqldb, apache beam, dataflow, kinesis analytics, debezium, kafka connect',
  ),
  'object-store': kind(
    ['state'],
    `object store, object storage, blob store, blob storage, file store, file storage, bucket, storage, file server, file system,
    block storage, media storage, media store, cold storage, image storage, disk, ssd, persistent volume,
    backup storage, log storage, hot storage, warm storage, storage bucket, storage cluster, storage node`,
    `s3, aws s3, amazon s3, s3 bucket, gcs, google cloud storage, cloud storage, azure blob, azure blob storage, minio, ceph,
    hdfs, glacier, s3 glacier, ebs, efs, r2, nfs, colossus, haystack, blobstore, gluster`,
  ),
  search: kind(
    ['state'],
    'search index, search cluster, index store, inverted index, full text index',
    'elasticsearch, opensearch, solr, algolia, lucene, typesense, meilisearch',
  ),
  warehouse: kind(
    ['state'],
    'data warehouse, virtual warehouse, data lake, data mart, lakehouse, olap store, olap database',
    'snowflake, bigquery, redshift, synapse, databricks, delta lake, hive, apache iceberg, iceberg, presto, trino, athena, hadoop, s3 data lake',
  ),
  monitoring: kind(
    ['control'],
    `monitoring, monitor, cluster monitor, system monitor, monitoring system, monitoring stack, monitoring service, observability, observability platform,
    observability stack, metrics, metrics collector, metrics store, logging, logging service, log aggregator, log collector,
    log aggregation, logs, tracing, distributed tracing, tracing system, alerting, alert manager, alerting system, dashboard,
    health checker, health monitor, apm, telemetry, telemetry collector, metrics server, metrics pipeline, metrics database, log store`,
    `prometheus, grafana, alertmanager, datadog, datadog agent, new relic, splunk, elk, elk stack, efk, kibana, logstash, fluentd,
    fluent bit, loki, thanos, mimir, jaeger, zipkin, opentelemetry, otel collector, opentelemetry collector,
    honeycomb, sentry, pagerduty, opsgenie, victorops, cloudwatch, aws x ray, x ray, stackdriver, azure monitor, nagios, zabbix,
    statsd, graphite, telegraf, dynatrace, appdynamics, sumo logic, victoriametrics, vector agent, lightstep, pingdom, m3`,
  ),
  backup: kind(['control', 'state'], 'backup system', 'velero, aws backup, pgbackrest, veeam'),
  deployment: kind(
    ['control'],
    `ci cd, ci cd pipeline, deployment pipeline, deployment service, deployment system, deployer, build server, release pipeline,
    container registry, artifact registry, artifact store, image registry, deploy pipeline, deployment controller, canary controller`,
    `jenkins, spinnaker, argo cd, argocd, argo rollouts, flux, fluxcd, github actions, gitlab ci, circleci, codepipeline, codedeploy,
    tekton, harbor, artifactory, ecr, elastic container registry, terraform, pulumi, ansible, cloudformation, helm, chef, puppet, octopus deploy, buildkite,
    atlantis, crossplane, packer, tf cloud, terraform cloud`,
  ),
  configuration: kind(
    ['control'],
    `config service, configuration service, config server, config store, configuration store, config manager, feature flag service,
    feature flag, service discovery, service registry, secret manager, secrets manager, secret store, key management service, kms,
    certificate manager, certificate authority, policy engine, control plane, admin console, admin api`,
    `consul, etcd, zookeeper, apache zookeeper, vault, hashicorp vault, eureka, launchdarkly, spring cloud config, aws secrets manager, aws kms,
    parameter store, appconfig, cert manager, spire, open policy agent, opa, unleash, istiod, istio control plane, archaius`,
  ),
  orchestration: kind(
    ['control'],
    `scheduler, job scheduler, cron scheduler, cluster manager, autoscaler, auto scaler, container orchestrator, workflow scheduler,
    failover controller, controller manager, replica controller, cluster controller, kube scheduler`,
    `kubernetes, k8s, kubernetes cluster, eks, gke, aks, nomad, mesos, apache mesos, docker swarm, airflow, apache airflow, temporal, hpa, vpa,
    karpenter, keda, openshift, borg, step functions, aws step functions, argo workflows, orchestrator mysql, patroni, keepalived, rundeck`,
  ),
} as const satisfies Readonly<Record<string, Kind>>;

export type ComponentKind = keyof typeof componentKinds;

/** Every kind there is, in the order of the table above. */
export const componentKindNames = Object.keys(componentKinds) as readonly ComponentKind[]; // The keys are its type.
