/** Multi-region: where each region stands, how data gets from one to the other, and what losing one costs. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { choice, diagram, heading, number, percent, shell, sum, table, text } from '../write.ts';

const system = text('system', 'System', 'Booking');
const service = text('service', 'Its name in commands and dashboards', 'booking');
const mode = choice('mode', 'How regions share the work', 'active-active', 'active-passive');
const first = text('first', 'First region', 'eu-west-1');
const second = text('second', 'Second region', 'us-east-1');
const third = text('third', 'Third region', 'ap-southeast-1');
const firstLoad = number('firstLoad', 'Requests of the first, in thousand a second', '21.0');
const secondLoad = number('secondLoad', 'Requests of the second, in thousand a second', '17.5');
const thirdLoad = number('thirdLoad', 'Requests of the third, in thousand a second', '9.5');
const all = sum('all', 'All requests, in thousand a second', firstLoad, secondLoad, thirdLoad);
const firstShare = percent('firstShare', 'Share of the first, in percent', firstLoad, all, 1);
const secondShare = percent('secondShare', 'Share of the second, in percent', secondLoad, all, 1);
const thirdShare = percent('thirdShare', 'Share of the third, in percent', thirdLoad, all, 1);
const capacity = number('capacity', 'What each region bore in a load test, in thousand requests a second', '40');
const westLag = number('westLag', 'Lag across the Atlantic, in ms', '82');
const eastLag = number('eastLag', 'Lag to Asia, in ms', '174');
const database = text('database', 'Database', 'CockroachDB 25.1');
const evacuation = number('evacuation', 'Time to leave a region, in minutes', '6');
const tested = text('tested', 'When that was rehearsed', '18 February 2026');

export const multiRegion: Pattern = {
  id: 'multi-region',
  family: 'system',
  title: 'Multi-region',
  trigger: 'dg-multi-region',
  description: 'Three regions with their shares and replication lag, and what losing one of them costs',
  when: 'A page about a system that runs in several regions and must outlive one of them.',
  inputs: [system, mode, first, second, third, firstLoad, secondLoad, thirdLoad],
  body: [
    heading`## ${system} in three regions, ${mode}`,
    diagram`
      flowchart TB
          dns["Route 53<br/>latency routing, TTL 30 s<br/>${all}K req/s"]

          subgraph A["${first}"]
              apiA["${service}-api<br/>Go 1.24, 60 pods<br/>${firstLoad}K req/s"]
              dbA[("${database}<br/>9 nodes, 3 zones")]
          end

          subgraph B["${second}"]
              apiB["${service}-api<br/>Go 1.24, 60 pods<br/>${secondLoad}K req/s"]
              dbB[("${database}<br/>9 nodes, 3 zones")]
          end

          subgraph C["${third}"]
              apiC["${service}-api<br/>Go 1.24, 60 pods<br/>${thirdLoad}K req/s"]
              dbC[("${database}<br/>9 nodes, 3 zones")]
          end

          dns --> apiA & apiC
          dns -.->|"${second} unreachable:<br/>left in ${evacuation} min"| apiB
          apiA --> dbA
          apiB --> dbB
          apiC --> dbC
          dbA <-->|"lag ${westLag} ms"| dbB
          dbA <-->|"lag ${eastLag} ms"| dbC

          ${planeClasses}
          class dns edgePlane
          class apiA,apiB,apiC servicePlane
          class dbA,dbB,dbC statePlane
    `,
    table`
      | Region | Requests | Share | It bears | Alert at | Where to look |
      | --- | ---: | ---: | ---: | --- | --- |
      | ${first} | ${firstLoad}K/s | ${firstShare}% | ${capacity}K/s | 1% errors for 2 min | Grafana \`${service}-regions\` |
      | ${second} | ${secondLoad}K/s | ${secondShare}% | ${capacity}K/s | 1% errors for 2 min | Grafana \`${service}-regions\` |
      | ${third} | ${thirdLoad}K/s | ${thirdShare}% | ${capacity}K/s | 1% errors for 2 min | Grafana \`${service}-regions\` |
      | **Total** | **${all}K/s** | **100%** | | | |
    `,
    heading`### When it breaks`,
    table`
      | What breaks | Who is affected | What is done | Back in | It happened to |
      | --- | --- | --- | --- | --- |
      | A whole region | ${secondShare}% of guests until they are sent elsewhere | Leave it: runbook \`${service}-evacuate\` | ${evacuation} min, rehearsed ${tested} | Netflix, 2018: leaves a region in under 10 min |
      | The link between two regions | Guests of the smaller side: writes wait for a majority | Nothing for 60 s, then leave the smaller side | 3 min, rehearsed ${tested} | GitHub, October 2018: 43 s without a link, 24 h 11 min degraded |
      | A release in every region at once | All guests | Roll back region by region, 10 min apart | 12 min, rehearsed ${tested} | Facebook, October 2021: away for 6 h |
    `,
    heading`### What to run`,
    shell`
      # Is it the region or the release? Errors by region over the last five minutes.
      promtool query instant http://prometheus.internal:9090 'sum by (region) (rate(http_errors_total{service="${service}"}[5m]))'
      # Leave ${second}: its weight goes to 0, its guests follow within ${evacuation} min.
      aws route53 change-resource-record-sets --hosted-zone-id Z04ABC --change-batch file://evacuate-${second}.json
      # Do ranges lack a replica? Zero means that nothing was lost.
      cockroach node status --ranges --host ${service}-db.${first}.internal
    `,
  ],
};
