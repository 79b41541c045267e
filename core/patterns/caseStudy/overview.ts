/** The case study's first page: the global architecture. */
import type { PatternBlock } from '../pattern.ts';
import { diagram, heading, table } from '../write.ts';
import { fivePlanes } from '../planes.ts';
import { all, events, failover, hits, limit, origin, service, system, tested, users } from './fields.ts';

export const overview: readonly PatternBlock[] = [
  heading`# ${system}: global architecture`,
  diagram`
    flowchart LR
        users(["${users}<br/>${all}K req/s"])

        subgraph EDGE["Edge plane"]
            cdn["Fastly<br/>${hits}% answered here"]
            gateway["Envoy 1.33<br/>${origin}K req/s"]
        end

        subgraph SERVICE["Service plane"]
            player["Player API, Go 1.24<br/>90 pods, p99 80 ms"]
            finder["Search API, Java 21<br/>40 pods, p99 140 ms"]
        end

        subgraph STATE["State plane"]
            catalogue[("PostgreSQL 17<br/>12 shards, 4.6 TB")]
            library[("ScyllaDB 2025.1<br/>24 nodes")]
            audio[("S3<br/>9.4 PB of audio")]
        end

        subgraph STREAM["Stream plane"]
            log[("Kafka 4.0, 18 brokers<br/>${events}K events/s")]
        end

        subgraph CONTROL["Control plane"]
            watch["Prometheus 3<br/>every 15 s"]
        end

        users --> cdn -->|"misses"| gateway --> player & finder
        player --> catalogue & library
        finder --> catalogue
        cdn -->|"audio"| audio
        player --> log
        gateway -.->|"errors above 1%:<br/>page"| watch
        player -.->|"shard lost:<br/>writes fail ${failover} s"| catalogue

        ${fivePlanes}
        class cdn,gateway edgePlane
        class player,finder servicePlane
        class catalogue,library,audio statePlane
        class log streamPlane
        class watch controlPlane
  `,
  table`
    | What is measured | Now | Limit | Alert at | Where to look |
    | --- | --- | --- | --- | --- |
    | Requests at the edge | ${all}K req/s at peak | ${limit}K req/s, load test | 85% of the limit for 5 min | Grafana \`${service}-edge\` |
    | Player API latency p99 | 80 ms | 200 ms, objective | 150 ms for 5 min | Grafana \`${service}-player\` |
    | Player API errors | 0.03% | 0.1%, objective | 0.08% for 5 min | Grafana \`${service}-player\` |
    | Events | ${events}K/s | 600K/s, load test | lag > 60 s | Grafana \`${service}-stream\` |
  `,
  heading`## When it breaks`,
  table`
    | What breaks | Who is affected | Run first | Back in | It happened to |
    | --- | --- | --- | --- | --- |
    | CDN returns errors | All ${users}: nothing plays | \`fastlyctl service fallback ${service} --to cloudfront\` | 6 min, measured ${tested} | Fastly, June 2021: 85% of its network in error for 49 min |
    | A shard of the catalogue lost | 8% of ${users}: no new playlists, music plays on | \`patronictl failover ${service}-7\` | ${failover} s, measured ${tested} | GitHub, October 2018: 24 h 11 min degraded |
    | Bad release | 5% of ${users}, on the canary | \`kubectl -n ${service} rollout undo deployment/player\` | 2 min, measured ${tested} | Knight Capital, August 2012: $440M lost in 45 min |
  `,
];
