/** Backpressure ladder: what is given up first, second and last as load grows, and what makes each step end. */
import type { Pattern } from '../pattern.ts';
import { diagram, heading, number, percent, product, shell, table, text } from '../write.ts';

const system = text('system', 'System', 'Ride dispatch');
const service = text('service', 'Its name in commands and dashboards', 'dispatch');
const capacity = number('capacity', 'What it bore in a load test, in requests a second', '24000');
const now = number('now', 'Peak of the last 30 days, in requests a second', '15600');
const used = percent('used', 'Of the capacity, in percent', now, capacity, 0);
const step = (name: string, share: number) =>
  product(name, `Requests a second at ${Math.round(share * 100)}% of the capacity`, capacity, share, 0);
const slow = step('slow', 0.7);
const shed = step('shed', 0.8);
const degrade = step('degrade', 0.9);
const optional = text('optional', 'What is dropped first', 'price forecasts');
const secondary = text('secondary', 'What is answered from the cache', 'maps of nearby drivers');
const core = text('core', 'What is kept to the last', 'matching a rider with a driver');
const retry = number('retry', 'Refused callers come back after, in seconds', '20');

export const backpressure: Pattern = {
  id: 'backpressure-ladder',
  family: 'system',
  title: 'Backpressure ladder',
  trigger: 'dg-backpressure',
  description: 'Four steps from slowing down to refusing, each with the load that starts it and what its users lose',
  when: 'A page about what a system does with more load than it can bear, agreed before the day it happens.',
  inputs: [system, capacity, now, optional, secondary, core],
  body: [
    heading`## ${system}: backpressure`,
    diagram`
      flowchart TB
          normal["Normal<br/>${now} req/s"]
          slow["1: slow down<br/>${slow} req/s<br/>batch jobs wait"]
          shed["2: shed<br/>${shed} req/s<br/>no ${optional}"]
          degrade["3: degrade<br/>${degrade} req/s<br/>old ${secondary}"]
          refuse["4: refuse<br/>${capacity} req/s<br/>429 for new rides"]
          down["Overloaded<br/>timeouts, retries"]

          normal -->|"queue above 200 ms"| slow
          slow -->|"p99 above 400 ms"| shed
          shed -->|"p99 above 800 ms"| degrade
          degrade -->|"CPU above 95%"| refuse
          refuse -.->|"ladder switched off"| down
          refuse -->|"5 min below ${degrade} req/s"| degrade
          degrade -->|"5 min below ${shed} req/s"| shed
          shed -->|"5 min below ${slow} req/s"| normal

          classDef calm fill:#10B981,stroke:#0A6F4D,color:#030712
          classDef strained fill:#F59E0B,stroke:#935F07,color:#030712
          classDef failing fill:#F87171,stroke:#991B1B,color:#030712
          class normal,slow calm
          class shed,degrade strained
          class refuse,down failing
    `,
    table`
      | Step | Starts at | Alert | Who is affected | They lose | Ends after |
      | --- | ---: | --- | --- | --- | --- |
      | 1: slow down | ${slow} req/s | ticket | Nobody: 3 batch jobs wait | nothing | 5 min below |
      | 2: shed | ${shed} req/s | ticket | All riders | ${optional} | 5 min below |
      | 3: degrade | ${degrade} req/s | page | All riders | fresh ${secondary}, up to 60 s old | 5 min below |
      | 4: refuse | ${capacity} req/s | page | New riders: they get 429 and come back after ${retry} s | everything for ${retry} s | 5 min below |
    `,
    heading`### When it breaks`,
    table`
      | What breaks | Who is affected | What is done | Back in | Where to look | It happened to |
      | --- | --- | --- | --- | --- | --- |
      | Callers retry at once, load stays above ${capacity} req/s | All riders: ${core} times out | Refuse 90% for 2 min, then let in 10% more a minute | 12 min, rehearsed 6 May 2026 | Grafana \`${service}-ladder\` | Pokémon GO, July 2016: 50 times the traffic that was planned |
      | A step does not end | Riders lose more than they need to | Lift it by hand: runbook \`${service}-ladder\` | 3 min | Grafana \`${service}-ladder\` | |
    `,
    heading`### What to run`,
    shell`
      # Which step are we on, and since when? Peak so far is ${used}% of what it bears.
      curl -s http://${service}.internal:9901/ladder | jq '{step, since, load}'
      # Hold a step by hand for ten minutes, whatever the load says.
      ${service}ctl ladder hold --step 3 --for 10m
      # Who retries hardest?
      promtool query instant http://prometheus.internal:9090 'topk(5, sum by (client) (rate(requests_total{service="${service}",attempt!="1"}[1m])))'
    `,
  ],
};
