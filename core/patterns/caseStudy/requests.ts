/** The case study's three requests, each with the way it fails. */
import type { PatternBlock } from '../pattern.ts';
import { diagram, heading, shell, table } from '../write.ts';
import { events, failover, play, search, service, system, tested, users } from './fields.ts';

export const requests: readonly PatternBlock[] = [
  heading`# ${system}: three requests`,
  heading`## Play a track`,
  diagram`
    sequenceDiagram
        participant app as App, iOS 18
        participant cdn as Fastly
        participant player as Player API, Go 1.24
        participant rights as Rights API, Kotlin 2.1
        app->>player: play, ${play}K req/s
        player->>rights: allowed here?
        alt Rights API answers
            rights-->>player: yes, 9 ms
            player-->>app: signed address, p99 80 ms
            app->>cdn: first 256 KB, 45 ms
        else Rights API times out
            player->>player: error after 50 ms, last answer is used
            player-->>app: signed address, p99 110 ms
        end
  `,
  heading`## Search`,
  diagram`
    sequenceDiagram
        participant app as App, iOS 18
        participant finder as Search API, Java 21
        participant index as OpenSearch 2.19
        app->>finder: search, ${search}K req/s
        finder->>index: 12 shards
        alt all shards answer
            index-->>finder: 40 hits, 90 ms
            finder-->>app: 40 hits, p99 140 ms
        else a shard times out
            index-->>finder: error after 120 ms
            finder-->>app: hits of 11 shards, p99 160 ms
        end
  `,
  heading`## Publish a release`,
  diagram`
    sequenceDiagram
        participant label as Label, DDEX file
        participant publisher as Publishing worker, Python 3.13
        participant catalogue as PostgreSQL 17
        participant log as Kafka 4.0
        label->>publisher: release, 14 tracks
        publisher->>catalogue: write, 22 ms
        alt written
            publisher->>log: published, one of ${events}K events/s
            publisher-->>label: live in 4 min
        else primary lost
            catalogue-->>publisher: error for ${failover} s
            publisher-->>label: queued, live in 9 min
        end
  `,
  heading`## When a request fails`,
  table`
    | Request | p99 | Objective | Alert at | Who is affected when it fails | Back in | Where to look |
    | --- | ---: | --- | --- | --- | --- | --- |
    | Play | 80 ms | p99 < 200 ms | 150 ms for 5 min | All ${users}: no new tracks | 4 min, measured ${tested} | Grafana \`${service}-player\` |
    | Search | 140 ms | p99 < 400 ms | 300 ms for 5 min | ${users} who search: 8% of hits missing | 11 min, measured ${tested} | Grafana \`${service}-search\` |
    | Publish | 4 min | 99% < 15 min | 20 min for a release | 1 label: its release is late | ${failover} s, measured ${tested} | runbook \`${service}-publish\` |
  `,
  heading`## What to run`,
  shell`
    # Which step is slow? p99 of each over the last five minutes.
    promtool query instant http://prometheus.internal:9090 'histogram_quantile(0.99, sum by (step, le) (rate(step_seconds_bucket{service="${service}"}[5m])))'
    # Which releases wait, and since when?
    psql -h ${service}-7 -c "SELECT id, state, now() - since AS age FROM releases WHERE state = 'queued' ORDER BY since LIMIT 20"
  `,
  heading`## It happened to`,
  table`
    | Who | What | So we |
    | --- | --- | --- |
    | Visa, June 2018 | 5.2 million payments failed in 10 h, from a switch that failed in part | give up after 50 ms and go on |
  `,
];
