/** System architecture: a request's way through the four planes, what is measured where, and what breaks. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { choice, computed, diagram, heading, number, table, text } from '../write.ts';

const system = text('system', 'System', 'Checkout');
const service = text('service', 'Name of the service in commands and dashboards', 'checkout');
const users = text('users', 'Who calls it', 'Shoppers');
const peak = number('peak', 'Peak at the edge, in thousand requests a second', '48.2');
const origin = number('origin', 'Of these, how many reach the origin, in thousand requests a second', '2.9');
const cached = computed('cached', 'Answered by the edge, in thousand requests a second', {
  op: 'difference',
  from: peak,
  less: origin,
});
const hits = computed('hits', 'Cache hits, in percent', { op: 'percent', part: cached, whole: peak, decimals: 0 });
const peakLimit = number('peakLimit', 'What the edge bore in a load test, in thousand requests a second', '60');
const cdn = text('cdn', 'CDN', 'CloudFront');
const balancer = text('balancer', 'Load balancer', 'AWS ALB');
const runtime = text('runtime', 'Runtime', 'Go 1.24');
const p99 = number('p99', 'Latency p99, in ms', '120');
const pods = number('pods', 'Pods of the API', '36');
const workers = number('workers', 'Pods of the worker', '12');
const database = text('database', 'Database with version', 'PostgreSQL 16');
const instance = text('instance', 'Its size', 'db.r6g.4xlarge');
const writes = number('writes', 'Writes, in thousand transactions a second', '8.4');
const writesLimit = number('writesLimit', 'What the database bore in a load test, in thousand writes a second', '12');
const cache = text('cache', 'Cache with version', 'Redis 7.2');
const shards = number('shards', 'Its shards', '6');
const memory = number('memory', 'Memory used by the cache, in percent', '61');
const queue = text('queue', 'Queue with version', 'Kafka 3.7');
const brokers = number('brokers', 'Its brokers', '9');
const messages = number('messages', 'Messages, in thousand a second', '22.5');
const deployer = choice('deployer', 'Deployment', 'Argo CD 2.12', 'Flux 2.3', 'Spinnaker 1.35');
const failover = number('failover', 'Time to fail over, in seconds', '34');
const tested = text('tested', 'When that was measured', '12 March 2026');

export const systemArchitecture: Pattern = {
  id: 'system-architecture',
  family: 'system',
  title: 'System architecture',
  trigger: 'dg-architecture',
  description: 'Four planes in colour, a metrics table, and what to do when a part breaks',
  when: 'A page that says how a running system is built and how far it is from its limits.',
  inputs: [system, users, peak, origin, database],
  body: [
    heading`## ${system} architecture`,
    diagram`
      flowchart TB
          users(["${users}<br/>${peak}K req/s"])

          subgraph EDGE["Edge plane"]
              cdn["${cdn}<br/>${hits}% cache hits"]
              alb["${balancer}<br/>${origin}K req/s"]
          end

          subgraph SERVICE["Service plane"]
              api["${service}-api<br/>${runtime}<br/>${pods} pods<br/>p99 ${p99} ms"]
              worker["${service}-worker<br/>${runtime}<br/>${workers} pods"]
          end

          subgraph STATE["State plane"]
              cache[("${cache}<br/>${shards} shards<br/>${memory}% full")]
              primary[("${database}<br/>zone a, primary<br/>${instance}<br/>${writes}K writes/s")]
              standby[("${database}<br/>zone b, standby<br/>${instance}")]
              queue[("${queue}<br/>${brokers} brokers<br/>${messages}K msg/s")]
          end

          subgraph CONTROL["Control plane"]
              metrics["Prometheus 3<br/>every 15 s"]
              deploy["${deployer}<br/>5% canary"]
          end

          users --> cdn -->|"misses"| alb --> api
          api --> cache
          api --> primary
          api -.->|"zone a lost:<br/>writes fail ${failover} s"| standby
          api --> queue --> worker --> primary
          metrics -.->|"scrapes"| api
          deploy -.->|"canary errors<br/>above 1%: roll back"| api

          ${planeClasses}
          class cdn,alb edgePlane
          class api,worker servicePlane
          class cache,queue,primary,standby statePlane
          class deploy,metrics controlPlane
    `,
    table`
      | What is measured | Now | Limit | Alert at | Where to look |
      | --- | --- | --- | --- | --- |
      | Requests at the edge | ${peak}K req/s at peak | ${peakLimit}K req/s, load test | 90% of the limit for 5 min | Grafana \`edge-overview\` |
      | ${service}-api latency p99 | ${p99} ms | 300 ms, objective | 250 ms for 5 min | Grafana \`${service}-slo\` |
      | ${service}-api errors | 0.04% | 0.1%, objective | 0.08% for 5 min | Grafana \`${service}-slo\` |
      | ${database} writes | ${writes}K/s | ${writesLimit}K/s, load test | 85% of the limit for 5 min | RDS Performance Insights \`${service}-db\` |
      | Cache memory | ${memory}% | 85%, evicts above | 75% for 15 min | Grafana \`${service}-redis\` |
      | Queue lag | 240 messages | 50,000 messages | 5,000 messages for 2 min | Grafana \`${service}-kafka\` |
    `,
    heading`### When it breaks`,
    table`
      | What breaks | Who notices | Run first | Back in | It happened to |
      | --- | --- | --- | --- | --- |
      | Zone of the primary lost | ${users}: 100% of writes fail, reads go on | \`aws rds reboot-db-instance --db-instance-identifier ${service}-db --force-failover\` | ${failover} s, measured ${tested} | GitHub, October 2018: 43 s without a network, 24 h 11 min degraded |
      | Bad release | ${users} on the canary: 5% of requests | \`kubectl -n ${service} rollout undo deployment/${service}-api\` | 2 min, measured ${tested} | Knight Capital, August 2012: $440M lost in 45 min |
      | CDN returns errors | ${users}: every request | \`dig +short www.${service}.internal\`, then runbook \`edge-bypass\` | 9 min, measured ${tested} | Fastly, June 2021: 85% of the network in error for 49 min |
    `,
  ],
};
