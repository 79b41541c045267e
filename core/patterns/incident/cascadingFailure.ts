/** Cascading failure: how one fault became many, how long each step took, and where the chain can be cut. */
import type { Pattern } from '../pattern.ts';
import { clock, computed, diagram, heading, number, shell, sum, table, text } from '../write.ts';
import type { Value } from '../pattern.ts';

const incident = text('incident', 'Incident', 'Login storm, 3 March 2026');
const service = text('service', 'Name of the service in commands and dashboards', 'session');
const trigger = text('trigger', 'What began it', '1 of 6 Valkey 8 shards lost');
const second = text('second', 'What that did', 'sessions read from PostgreSQL 17');
const third = text('third', 'What that did', 'connection pool exhausted, 800 of 800');
const fourth = text('fourth', 'What that did', 'logins time out, apps retry 3 times');
const fifth = text('fifth', 'What that did', 'all requests fail with 503');
const began = clock('began', 'When it began', '18:02');
const spread = clock('spread', 'When the second step was seen', '18:04');
const saturated = clock('saturated', 'When the third was seen', '18:09');
const retried = clock('retried', 'When the fourth was seen', '18:11');
const down = clock('down', 'When everything was down', '18:16');
const cut = clock('cut', 'When the chain was cut', '18:41');
const minutes = (name: string, label: string, from: Value, to: Value) =>
  computed(name, `${label}, in minutes`, { op: 'minutes', from, to });
const toSpread = minutes('toSpread', 'To the second step', began, spread);
const toSaturate = minutes('toSaturate', 'To the third', spread, saturated);
const toRetry = minutes('toRetry', 'To the fourth', saturated, retried);
const toDown = minutes('toDown', 'To the fifth', retried, down);
const toCut = minutes('toCut', 'To the cut', down, cut);
const total = sum('total', 'Whole cascade, in minutes', toSpread, toSaturate, toRetry, toDown, toCut);
const users = number('users', 'Users who saw errors, in thousands', '310');

export const cascadingFailure: Pattern = {
  id: 'cascading-failure',
  family: 'incident',
  title: 'Cascading failure',
  trigger: 'dg-cascade',
  description: 'A chain of faults by the clock, each link with what would have cut it and what to run now',
  when: 'A page about an incident that grew: why a small fault took everything down, and where to stop the next one.',
  inputs: [incident, trigger, began, spread, saturated, retried, down, cut, users],
  body: [
    heading`## Cascading failure: ${incident}`,
    diagram`
      flowchart TB
          one["${began}<br/>${trigger}"]
          two["${spread}, +${toSpread} min<br/>${second}"]
          three["${saturated}, +${toSaturate} min<br/>${third}"]
          four["${retried}, +${toRetry} min<br/>${fourth}"]
          five["${down}, +${toDown} min<br/>${fifth}"]
          calm["${cut}, +${toCut} min<br/>retries refused at the edge"]
          replica(["cut by a replica<br/>for each shard"])
          cap(["cut by 50 reads/s<br/>past the cache"])
          pool(["cut by a pool<br/>for logins alone"])
          backoff(["cut by 1 retry<br/>after 1 to 30 s"])

          one --> two --> three --> four --> five --> calm
          four -.->|"3 times the load"| three
          replica -.-x two
          cap -.-x three
          pool -.-x four
          backoff -.-x five

          classDef cause fill:#F59E0B,stroke:#935F07,color:#030712
          classDef effect fill:#F87171,stroke:#991B1B,color:#030712
          classDef relief fill:#10B981,stroke:#0A6F4D,color:#030712
          class one,two cause
          class three,four,five effect
          class calm,replica,cap,pool,backoff relief
    `,
    table`
      | Link | At | After | What would have cut it | Alert at | Owner |
      | --- | --- | ---: | --- | --- | --- |
      | ${trigger} | ${began} | 0 min | A replica for each shard | 1 shard without a primary for 30 s | Platform |
      | ${second} | ${spread} | ${toSpread} min | At most 50 reads a second past the cache | 10% cache misses for 1 min | Identity |
      | ${third} | ${saturated} | ${toSaturate} min | A pool of its own for logins | 80% of connections for 1 min | Identity |
      | ${fourth} | ${retried} | ${toRetry} min | 1 retry, after a random 1 to 30 s | retries above 20% of requests | Apps |
      | ${fifth} | ${down} | ${toDown} min | 429 at the edge from 110% of capacity | 1% errors for 1 min | Edge |
      | Chain cut | ${cut} | ${toCut} min | | | |
      | **Total** | | **${total} min** | | | |
    `,
    heading`### Impact`,
    table`
      | What broke | Who was affected | For | It happened to |
      | --- | --- | ---: | --- |
      | ${fifth} | ${users}K users | ${toCut} min | Roblox, October 2021: 73 h, from a feature of its service discovery |
    `,
    heading`### What to run`,
    shell`
      # Is it load or is it retries? Above 0.2 the retries are the load.
      promtool query instant http://prometheus.internal:9090 'sum(rate(requests_total{service="${service}",attempt!="1"}[1m])) / sum(rate(requests_total{service="${service}"}[1m]))'
      # Cut the chain: refuse retries at the edge.
      edgectl rule enable refuse-retries --service ${service}
      # Let callers back in by tenths, a minute apart, while connections stay below 60%.
      for share in 10 20 30 40 50 60 70 80 90 100; do edgectl rule set refuse-retries --admit "$share"; sleep 60; done
    `,
    heading`### Where to look`,
    table`
      | What | Where | Open it when |
      | --- | --- | --- |
      | Dashboard | [${service}-saturation](https://grafana.internal/d/${service}-saturation) | connections are above 80% |
      | Runbook | [${service}-retries](https://runbooks.internal/${service}-retries) | retries are above 20% of requests |
      | On call | channel \`#${service}-oncall\` | two links of the chain are lit |
    `,
  ],
};
