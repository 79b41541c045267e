/** The case study's five planes, a diagram and a row of limits each. */
import type { PatternBlock } from '../pattern.ts';
import { diagram, heading, shell, table } from '../write.ts';
import { fivePlanes } from '../planes.ts';
import { all, events, failover, hits, origin, service, system, tested, users } from './fields.ts';

export const planes: readonly PatternBlock[] = [
  heading`# ${system}: five planes`,
  heading`## Edge plane`,
  diagram`
    flowchart LR
        dns["Route 53<br/>TTL 30 s"]
        cdn["Fastly, 74 sites<br/>${all}K req/s, ${hits}% hits"]
        waf["Signal Sciences<br/>0.4% refused"]
        gateway["Envoy 1.33, 18 pods<br/>${origin}K req/s"]
        player["Player API<br/>Go 1.24, 90 pods"]
        dns --> cdn --> waf --> gateway --> player
        gateway -.->|"player times out after 800 ms:<br/>503, retried once"| player
        ${fivePlanes}
        class dns,cdn,waf,gateway edgePlane
        class player servicePlane
  `,
  heading`## Service plane`,
  diagram`
    flowchart LR
        gateway["Envoy 1.33<br/>18 pods"]
        player["Player API, Go 1.24<br/>90 pods, p99 80 ms"]
        finder["Search API, Java 21<br/>40 pods, p99 140 ms"]
        rights["Rights API, Kotlin 2.1<br/>12 pods, p99 9 ms"]
        publisher["Publishing worker, Python 3.13<br/>8 pods"]
        gateway --> player & finder & publisher
        player --> rights
        player -.->|"rights unreachable:<br/>last answer for 10 min"| rights
        ${fivePlanes}
        class gateway edgePlane
        class player,finder,rights,publisher servicePlane
  `,
  heading`## State plane`,
  diagram`
    flowchart LR
        player["Player API<br/>Go 1.24, 90 pods"]
        catalogue[("PostgreSQL 17<br/>12 shards, 2 replicas each")]
        library[("ScyllaDB 2025.1<br/>24 nodes, 31K writes/s")]
        cache[("Valkey 8<br/>12 shards, 96% hits")]
        audio[("S3<br/>9.4 PB of audio")]
        player --> cache --> catalogue
        player --> library
        catalogue -->|"paths"| audio
        player -.->|"primary lost:<br/>writes fail ${failover} s"| catalogue
        ${fivePlanes}
        class player servicePlane
        class catalogue,library,cache,audio statePlane
  `,
  heading`## Control plane`,
  diagram`
    flowchart LR
        deploy["Argo CD 2.14<br/>5% canary, 20 min"]
        watch["Prometheus 3, Thanos 0.38<br/>9.1M series"]
        config["Unleash 6<br/>140 flags"]
        player["Player API<br/>Go 1.24, 90 pods"]
        deploy --> player
        watch -->|"scrapes every 15 s"| player
        config -->|"within 5 s"| player
        watch -.->|"canary errors above 1%:<br/>roll back"| deploy
        ${fivePlanes}
        class deploy,watch,config controlPlane
        class player servicePlane
  `,
  heading`## Stream plane`,
  diagram`
    flowchart LR
        player["Player API<br/>Go 1.24, 90 pods"]
        log[("Kafka 4.0<br/>18 brokers, ${events}K events/s")]
        job["Flink 2.0<br/>96 slots, p99 4 s"]
        royalties[("Iceberg on S3<br/>plays, 38 TB")]
        charts[("ClickHouse 25.3<br/>6 nodes")]
        player --> log --> job --> royalties & charts
        log -.->|"lag above 60 s:<br/>charts are late"| job
        ${fivePlanes}
        class player servicePlane
        class log,job streamPlane
        class royalties,charts statePlane
  `,
  heading`## When a plane breaks`,
  table`
    | Plane | What breaks | Who is affected | Alert at | Back in | Where to look |
    | --- | --- | --- | --- | --- | --- |
    | Edge | Fastly in error | All ${users} | 1% errors for 1 min | 6 min, measured ${tested} | Grafana \`${service}-edge\` |
    | Service | Rights API down | New ${users}, 3% of plays | p99 above 60 ms for 5 min | 4 min, measured ${tested} | Grafana \`${service}-rights\` |
    | State | Shard of the catalogue lost | 8% of ${users} | 1 shard without a primary for 20 s | ${failover} s, measured ${tested} | runbook \`${service}-shard\` |
    | Control | Flags unreachable | Nobody: the last flags stay | 60 s without an answer | 15 min, measured ${tested} | Grafana \`${service}-flags\` |
    | Stream | A broker lost | Charts late by 2 min | lag > 60 s | 9 min, measured ${tested} | Grafana \`${service}-stream\` |
  `,
  heading`## What to run in each`,
  shell`
    # Edge: which site answers with errors?
    curl -sI https://${service}.internal/health | grep -i x-served-by
    # State: who leads, who follows?
    patronictl list ${service}-7
    # Stream: how far behind is each reader?
    kafka-consumer-groups.sh --bootstrap-server kafka:9092 --describe --group ${service}-plays
  `,
  heading`## It happened to`,
  table`
    | Who | Plane | What |
    | --- | --- | --- |
    | Roblox, October 2021 | Control | 73 h, from a feature of its service discovery |
    | Discord, 2022 | State | From 177 Cassandra nodes to 72 ScyllaDB nodes |
  `,
];
