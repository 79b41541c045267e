/** Blast radius: what goes down with a part, who is hit and how many, and what keeps the rest alive. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { diagram, difference, heading, number, percent, product, shell, sum, table, text } from '../write.ts';

const part = text('part', 'What fails', 'Redis 7.2 cluster "sessions"');
const service = text('service', 'Its name in commands and dashboards', 'sessions');
const users = number('users', 'Users at peak, in thousands', '640');
const signedOut = number('signedOut', 'Who cannot go on at all, in thousands', '96');
const limited = number('limited', 'Who can do some things, in thousands', '208');
const hit = sum('hit', 'Users who are hit, in thousands', signedOut, limited);
const spared = difference('spared', 'Users who see nothing, in thousands', users, hit);
const hitShare = percent('hitShare', 'Hit, in percent', hit, users, 1);
const sparedShare = percent('sparedShare', 'Spared, in percent', spared, users, 1);
const perMinute = number('perMinute', 'What a minute of it costs, in $K', '3.2');
const recovery = number('recovery', 'How long it takes to be back, in minutes', '18');
const cost = product('cost', 'What it costs each time, in $K', perMinute, recovery, 1);

export const blastRadius: Pattern = {
  id: 'blast-radius',
  family: 'incident',
  title: 'Blast radius',
  trigger: 'dg-blast-radius',
  description: 'What a part takes with it, ring by ring, with users hit and spared, and what keeps the rest alive',
  when: 'A page about one part that others lean on: what is lost with it, and what is built so that not everything is.',
  inputs: [part, users, signedOut, limited, perMinute, recovery],
  body: [
    heading`## Blast radius: ${part}`,
    diagram`
      flowchart TB
          subgraph R0["It fails"]
              source[("Redis 7.2, 6 shards<br/>unreachable")]
          end

          subgraph R1["Down with it: ${signedOut}K users"]
              login["Login API, 12 pods<br/>HTTP 503"]
              cart["Cart API, 20 pods<br/>HTTP 503"]
          end

          subgraph R2["Degraded: ${limited}K users"]
              feed["Feed API<br/>not personal"]
              price["Price API<br/>list prices"]
          end

          subgraph R3["Spared: ${spared}K users"]
              pages["CloudFront<br/>94% hits"]
              search["Search API<br/>14 pods"]
          end

          source -->|"no sessions"| login & cart
          login -.->|"guests only"| feed
          cart -.->|"no discounts"| price
          feed -.->|"circuit open"| pages
          price -.->|"circuit open"| search

          ${planeClasses}
          class source statePlane
          class login,cart,feed,price,search servicePlane
          class pages edgePlane
    `,
    table`
      | Ring | Users, K | They see | What keeps it from spreading | Alert at |
      | --- | ---: | --- | --- | --- |
      | Down | ${signedOut} | 503 on login and cart | Nothing yet: a second cluster by October | 1% of logins fail for 1 min |
      | Degraded | ${limited} | A feed that is not personal, list prices | Fallback after 80 ms | fallback above 5% for 2 min |
      | Spared | ${spared} | Nothing | Pages need no session, circuit opens at 50% errors | |
      | **Total** | **${users}** | ${hitShare}% are hit, ${sparedShare}% are not | | |
    `,
    heading`### What it costs`,
    table`
      | A minute | Back in | Each time | It happened to |
      | ---: | ---: | ---: | --- |
      | $${perMinute}K | ${recovery} min, measured 14 April 2026 | $${cost}K | Facebook, October 2021: 6 h, and the tools to repair it went down with it |
    `,
    heading`### What to run`,
    shell`
      # Which shards are gone? Six masters are to be there.
      redis-cli -h ${service}.internal cluster nodes | grep master
      # Promote the replica of a lost shard; sessions of the last second are lost.
      redis-cli -h ${service}-3b.internal cluster failover takeover
      # Are the circuits open? Closed ones mean that the fault spreads.
      promtool query instant http://prometheus.internal:9090 'sum by (caller) (circuit_open{target="${service}"})'
    `,
    heading`### Where to look`,
    table`
      | What | Where | Open it when |
      | --- | --- | --- |
      | Dashboard | [${service}-rings](https://grafana.internal/d/${service}-rings) | logins fail |
      | Runbook | [${service}-failover](https://runbooks.internal/${service}-failover) | a shard has no master for 30 s |
      | On call | channel \`#${service}-oncall\` | the second ring is lit |
    `,
  ],
};
