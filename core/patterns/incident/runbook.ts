/** Runbook: a decision tree from the alert to a command, and how long each way takes. */
import type { Pattern } from '../pattern.ts';
import { diagram, heading, number, shell, table, text } from '../write.ts';

const alert = text('alert', 'The alert that leads here', 'CheckoutErrorsHigh');
const service = text('service', 'Name of the service in commands and dashboards', 'checkout');
const threshold = number('threshold', 'Error rate that pages, in percent', '1');
const normal = number('normal', 'Error rate on a usual day, in percent', '0.04');
const release = number('release', 'A release is suspected when younger than, in minutes', '30');
const rollback = number('rollback', 'Time to roll back, in minutes', '2');
const failover = number('failover', 'Time to fail over the database, in seconds', '34');
const scaleOut = number('scaleOut', 'Time to scale out, in minutes', '4');
const give = number('give', 'Call for help after, in minutes', '15');
const dependency = text('dependency', 'What it depends on', 'Stripe');
const tested = text('tested', 'When it was last rehearsed', '22 April 2026');

export const runbook: Pattern = {
  id: 'runbook',
  family: 'incident',
  title: 'Runbook',
  trigger: 'dg-runbook',
  description: 'A decision tree from the alert to the command, each way with its time, and when to call for help',
  when: 'The page behind an alert: read at 3 AM, by somebody who has not built the system.',
  inputs: [alert, service, threshold, release, dependency],
  body: [
    heading`## Runbook: ${alert}`,
    diagram`
      flowchart TB
          alert["${alert}<br/>errors above ${threshold}% for 2 min"]
          released{{"Released in the<br/>last ${release} min?"}}
          writes{{"Do only writes fail?"}}
          load{{"CPU above 85%?"}}
          outside{{"Does ${dependency} time out?"}}
          undo["A: roll back<br/>${rollback} min"]
          switch["B: fail over<br/>${failover} s"]
          grow["C: scale out<br/>${scaleOut} min"]
          park["D: queue payments<br/>1 min"]
          help["E: call #${service}-oncall<br/>after ${give} min"]

          alert --> released
          released -->|"yes"| undo
          released -->|"no"| writes
          writes -->|"yes"| switch
          writes -->|"no"| load
          load -->|"yes"| grow
          load -->|"no"| outside
          outside -->|"yes"| park
          outside -->|"no"| help
          undo & switch & grow & park -.->|"still failing"| help
    `,
    table`
      | Way | When | Who is affected | What is lost | Back in | Done when |
      | --- | --- | --- | --- | --- | --- |
      | A: roll back | Released less than ${release} min ago | All buyers | The new release | ${rollback} min, rehearsed ${tested} | errors below ${normal}% |
      | B: fail over | Only writes fail | All buyers, at the last step | Writes of ${failover} s | ${failover} s, rehearsed ${tested} | writes above 90% of usual |
      | C: scale out | CPU above 85% | 20% of buyers: slow pages | $310 a day | ${scaleOut} min, rehearsed ${tested} | CPU below 60% |
      | D: queue payments | ${dependency} times out | All buyers: mail instead of a page | Nothing, paid within 15 min | 1 min, rehearsed ${tested} | ${dependency} answers for 10 min |
      | E: call for help | ${give} min have passed | All buyers | | | somebody answers within 5 min |
    `,
    heading`### What to run`,
    shell`
      # Which way? Age of the release, share of failing writes, CPU, timeouts of ${dependency}.
      kubectl -n ${service} rollout history deployment/${service}-api | tail -n 2
      promtool query instant http://prometheus.internal:9090 'sum by (method) (rate(http_errors_total{service="${service}"}[5m]))'
      kubectl -n ${service} top pods --sort-by=cpu | head -n 5
      # A: roll back.
      kubectl -n ${service} rollout undo deployment/${service}-api
      # B: fail over.
      aws rds reboot-db-instance --db-instance-identifier ${service}-db --force-failover
      # C: scale out.
      kubectl -n ${service} scale deployment/${service}-api --replicas=60
      # D: queue payments until ${dependency} answers.
      ${service}ctl flag set payments.queue on
    `,
    heading`### Where to look`,
    table`
      | What | Where | Open it when |
      | --- | --- | --- |
      | Dashboard | [${service}-errors](https://grafana.internal/d/${service}-errors) | the error rate is above ${threshold}%, usual is ${normal}% |
      | Status of ${dependency} | its status page | its timeouts are above 2% |
      | On call | channel \`#${service}-oncall\` | ${give} min have passed |
      | It happened to | Knight Capital, August 2012: no way back, $440M lost in 45 min | somebody doubts A |
    `,
  ],
};
