/** One plane in detail (L1): what is inside a single plane, what it stands on, and how near each part is to its limit. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { choice, diagram, difference, heading, number, percent, shell, table, text } from '../write.ts';

const system = text('system', 'System', 'Ledger');
const service = text('service', 'Its name in commands and dashboards', 'ledger');
const version = choice('version', 'PostgreSQL', 'PostgreSQL 17', 'PostgreSQL 16', 'PostgreSQL 15');
const size = text('size', 'Size of the primary', 'r7g.8xlarge');
const writes = number('writes', 'Writes, in thousand transactions a second', '11.6');
const writesLimit = number('writesLimit', 'What the primary bore in a load test, in thousand writes a second', '18.0');
const writesRoom = difference('writesRoom', 'Room for writes, in thousand a second', writesLimit, writes);
const writesUsed = percent('writesUsed', 'Of the limit, in percent', writes, writesLimit, 0);
const connections = number('connections', 'Connections in use', '420');
const connectionsLimit = number('connectionsLimit', 'Connections there can be', '800');
const connectionsRoom = difference('connectionsRoom', 'Connections left', connectionsLimit, connections);
const connectionsUsed = percent('connectionsUsed', 'Of these, in percent', connections, connectionsLimit, 0);
const disk = number('disk', 'Disk used, in GB', '5200');
const diskLimit = number('diskLimit', 'Disk there is, in GB', '8000');
const diskRoom = difference('diskRoom', 'Disk left, in GB', diskLimit, disk);
const diskUsed = percent('diskUsed', 'Of the disk, in percent', disk, diskLimit, 0);
const reads = number('reads', 'Reads of each replica, in thousand a second', '38.5');
const lag = number('lag', 'Replication lag, in ms', '80');
const hits = number('hits', 'Cache hits, in percent', '97.2');
const failover = number('failover', 'Time to fail over, in seconds', '28');

export const planeDetail: Pattern = {
  id: 'plane-detail',
  family: 'system',
  title: 'Plane in detail',
  trigger: 'dg-plane',
  description: 'Level 1: the parts of one plane, with a table of how near each is to its limit',
  when: 'A page about one plane of a system whose whole is on another page.',
  inputs: [system, version, writes, writesLimit, connections, disk],
  body: [
    heading`## ${system}: state plane`,
    diagram`
      flowchart TB
          subgraph SERVICE["Service plane"]
              api["${service}-api<br/>Kotlin 2.1<br/>24 pods"]
          end

          subgraph STATE["State plane"]
              pool["PgBouncer 1.24<br/>${connections} connections"]
              primary[("${version}<br/>primary, ${size}<br/>${writes}K writes/s")]
              replicaA[("${version}<br/>replica a<br/>${reads}K reads/s")]
              replicaB[("${version}<br/>replica b<br/>${reads}K reads/s")]
              cache[("Valkey 8<br/>6 shards<br/>${hits}% hits")]
              archive[("S3<br/>WAL archive<br/>35 days")]
          end

          subgraph CONTROL["Control plane"]
              patroni["Patroni 4<br/>3 etcd members"]
          end

          api --> cache
          api --> pool --> primary
          pool -->|"reads"| replicaA & replicaB
          primary -->|"lag ${lag} ms"| replicaA & replicaB
          primary -->|"every 60 s"| archive
          patroni -.->|"primary lost:<br/>promote in ${failover} s"| replicaA

          ${planeClasses}
          class api servicePlane
          class pool,primary,replicaA,replicaB,cache,archive statePlane
          class patroni controlPlane
    `,
    heading`### How far from the limit`,
    table`
      | Part | Now | Limit | Used | Room | Alert at |
      | --- | ---: | ---: | ---: | ---: | --- |
      | Writes | ${writes}K/s | ${writesLimit}K/s | ${writesUsed}% | ${writesRoom}K/s | 85% used for 5 min |
      | Connections | ${connections} | ${connectionsLimit} | ${connectionsUsed}% | ${connectionsRoom} | 80% used for 2 min |
      | Disk | ${disk} GB | ${diskLimit} GB | ${diskUsed}% | ${diskRoom} GB | 85% used |
    `,
    heading`### When it breaks`,
    table`
      | What breaks | Who notices | Back in | Where to look | It happened to |
      | --- | --- | --- | --- | --- |
      | Primary lost | Payers: 100% of writes fail, reads go on | ${failover} s, measured 20 January 2026 | runbook \`${service}-failover\` | GitHub, October 2018: 24 h 11 min degraded after 43 s without a link |
      | Replica lags above 5 s | Payers: balances are old on 50% of reads | 6 min, replica taken out | Grafana \`${service}-replication\` | GitLab, January 2017: 300 GB deleted while repairing replication |
      | Cache empty | All reads reach the replicas: p99 from 12 ms to 140 ms | 11 min to warm up | Grafana \`${service}-cache\` | |
    `,
    heading`### What to run`,
    shell`
      # Who leads, who follows, and how far behind?
      patronictl -c /etc/patroni.yml list ${service}
      # What holds connections longest? Oldest transaction first.
      psql -h ${service}-primary -c "SELECT pid, state, now() - xact_start AS age, left(query, 60) FROM pg_stat_activity WHERE xact_start IS NOT NULL ORDER BY age DESC LIMIT 10"
      # Move the primary on purpose. Writes fail for ${failover} s.
      patronictl -c /etc/patroni.yml switchover ${service} --force
    `,
  ],
};
