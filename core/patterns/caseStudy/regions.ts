/** The case study's regions. */
import type { PatternBlock } from '../pattern.ts';
import { diagram, heading, shell, table } from '../write.ts';
import { fivePlanes } from '../planes.ts';
import { evacuation, firstLoad, regions, secondLoad, service, system, tested, thirdLoad, users } from './fields.ts';

export const regionsPage: readonly PatternBlock[] = [
  heading`# ${system}: three regions`,
  diagram`
    flowchart TB
        dns["Route 53<br/>latency routing, TTL 30 s<br/>${regions}K req/s"]

        subgraph A["eu-west-1, Ireland"]
            playerA["Player API<br/>Go 1.24, 90 pods<br/>${firstLoad}K req/s"]
            libraryA[("ScyllaDB 2025.1<br/>24 nodes")]
        end

        subgraph B["us-east-1, Virginia"]
            playerB["Player API<br/>Go 1.24, 80 pods<br/>${secondLoad}K req/s"]
            libraryB[("ScyllaDB 2025.1<br/>24 nodes")]
        end

        subgraph C["ap-northeast-1, Tokyo"]
            playerC["Player API<br/>Go 1.24, 40 pods<br/>${thirdLoad}K req/s"]
            libraryC[("ScyllaDB 2025.1<br/>12 nodes")]
        end

        dns --> playerA & playerC
        dns -.->|"Virginia unreachable:<br/>left in ${evacuation} min"| playerB
        playerA --> libraryA
        playerB --> libraryB
        playerC --> libraryC
        libraryA <-->|"lag 84 ms"| libraryB
        libraryA <-->|"lag 212 ms"| libraryC

        ${fivePlanes}
        class dns edgePlane
        class playerA,playerB,playerC servicePlane
        class libraryA,libraryB,libraryC statePlane
  `,
  table`
    | Region | Requests | It bears | Alert at | Where to look |
    | --- | ---: | ---: | --- | --- |
    | Ireland | ${firstLoad}K/s | 90K/s | 1% errors for 2 min | Grafana \`${service}-regions\` |
    | Virginia | ${secondLoad}K/s | 90K/s | 1% errors for 2 min | Grafana \`${service}-regions\` |
    | Tokyo | ${thirdLoad}K/s | 45K/s | 1% errors for 2 min | Grafana \`${service}-regions\` |
    | **Total** | **${regions}K/s** | **225K/s** | | |
  `,
  heading`## When a region breaks`,
  table`
    | What breaks | Who is affected | What is done | Back in | It happened to |
    | --- | --- | --- | --- | --- |
    | Virginia | All ${users} of America | Leave it: runbook \`${service}-evacuate\` | ${evacuation} min, rehearsed ${tested} | Netflix, 2018: leaves a region in under 10 min |
    | The link to Tokyo | ${users} in Asia: playlists are old by minutes | Nothing for 10 min, then read from Ireland | 12 min, rehearsed ${tested} | GitHub, October 2018: 43 s without a link, 24 h 11 min degraded |
  `,
  heading`## What to run for a region`,
  shell`
    # Leave Virginia: its weight goes to 0.
    aws route53 change-resource-record-sets --hosted-zone-id Z08TW --change-batch file://evacuate-us-east-1.json
    # Which nodes are down or lag behind?
    nodetool -h ${service}-scylla-1 status
  `,
];
