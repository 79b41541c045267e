/** Request flow: one request from end to end with the time of each step, as it goes well and as it fails. */
import type { Pattern } from '../pattern.ts';
import { diagram, difference, heading, number, percent, shell, sum, table, text } from '../write.ts';

const request = text('request', 'Request', 'POST /payments');
const service = text('service', 'Its name in commands and dashboards', 'payments');
const user = text('user', 'Who calls', 'Checkout page');
const gateway = text('gateway', 'Gateway', 'Envoy 1.33');
const api = text('api', 'Service', 'Payments API, Go 1.24');
const database = text('database', 'Database', 'PostgreSQL 17');
const provider = text('provider', 'Whom it depends on', 'Card network');
const gatewayTime = number('gatewayTime', 'In the gateway, p99 in ms', '4');
const apiTime = number('apiTime', 'In the service, p99 in ms', '18');
const databaseTime = number('databaseTime', 'In the database, p99 in ms', '9');
const providerTime = number('providerTime', 'At the dependency, p99 in ms', '310');
const total = sum('total', 'Whole request, p99 in ms', gatewayTime, apiTime, databaseTime, providerTime);
const share = percent('share', 'Spent at the dependency, in percent', providerTime, total, 0);
const budget = number('budget', 'What the request may take, in ms', '800');
const room = difference('room', 'Left of the budget, in ms', budget, total);
const timeout = number('timeout', 'The dependency is given up after, in ms', '600');
const load = number('load', 'Requests a second at peak', '2400');
const queued = text('queued', 'What happens to a request that was given up', 'queued, settled within 15 min');

export const requestFlow: Pattern = {
  id: 'request-flow',
  family: 'system',
  title: 'Request flow',
  trigger: 'dg-request-flow',
  description: 'A sequence with the time of each step, its failure path, and where the latency budget goes',
  when: 'A page about one request: what it touches, how long each part takes, and what its caller sees when a part is down.',
  inputs: [request, api, provider, gatewayTime, apiTime, databaseTime, providerTime, budget],
  body: [
    heading`## ${request}`,
    diagram`
      sequenceDiagram
          autonumber
          participant user as ${user}
          participant gateway as ${gateway}
          participant api as ${api}
          participant db as ${database}
          participant provider as ${provider}

          user->>gateway: ${request}
          gateway->>api: with idempotency key, ${gatewayTime} ms
          api->>db: reserve, ${databaseTime} ms
          alt ${provider} answers
              api->>provider: authorise
              provider-->>api: approved, ${providerTime} ms
              api-->>user: 201 Created, p99 ${total} ms
          else ${provider} times out
              api-xprovider: error after ${timeout} ms
              api->>db: ${queued}
              api-->>user: 202 Accepted
          end
    `,
    table`
      | Step | p99 | Alert at | Where to look |
      | --- | ---: | --- | --- |
      | ${gateway} | ${gatewayTime} ms | 20 ms for 5 min | Grafana \`${service}-gateway\` |
      | ${api} | ${apiTime} ms | 60 ms for 5 min | Grafana \`${service}-api\` |
      | ${database} | ${databaseTime} ms | 40 ms for 5 min | Grafana \`${service}-db\` |
      | ${provider} | ${providerTime} ms, ${share}% of all | timeout of ${timeout} ms on 2% of calls | Grafana \`${service}-provider\` |
      | **Total** | **${total} ms** | budget of ${budget} ms, ${room} ms left | Jaeger \`${service}\` |
    `,
    heading`### When it fails`,
    table`
      | What fails | Who is affected | They see | Run first | Back in | It happened to |
      | --- | --- | --- | --- | --- | --- |
      | ${provider} unreachable | All ${load} requests a second | 202 Accepted: ${queued} | runbook \`${service}-second-provider\` | 4 min, measured 2 February 2026 | Visa, June 2018: 5.2 million payments failed in 10 h |
      | ${database} refuses writes | All ${load} requests a second | 503, the page tries again 3 times | \`patronictl failover ${service}\` | 31 s, measured 2 February 2026 | GitHub, October 2018: 24 h 11 min degraded |
      | A release with errors | 5% of requests, on the canary | 500 | \`kubectl -n ${service} rollout undo deployment/${service}-api\` | 2 min, measured 2 February 2026 | |
    `,
    heading`### What to run`,
    shell`
      # Which step is slow? p99 of each over the last five minutes.
      promtool query instant http://prometheus.internal:9090 'histogram_quantile(0.99, sum by (step, le) (rate(step_seconds_bucket{service="${service}"}[5m])))'
      # What waits to be settled? It should shrink from minute to minute.
      psql -h ${service}-db -c "SELECT count(*), min(created_at) FROM payment_queue WHERE settled_at IS NULL"
    `,
  ],
};
