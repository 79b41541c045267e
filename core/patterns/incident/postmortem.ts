/** Postmortem: what happened, to whom, why, what went well, and who does what so that it does not happen again. */
import type { Pattern, Value } from '../pattern.ts';
import { choice, clock, computed, diagram, heading, number, product, shell, sum, table, text } from '../write.ts';

const title = text('title', 'What happened', 'Deleted table of prices');
const date = text('date', 'Date', '16 February 2026');
const severity = choice('severity', 'Severity', 'SEV1', 'SEV2', 'SEV3');
const service = text('service', 'Name of the service in commands and dashboards', 'pricing');
const began = clock('began', 'When it began', '10:12');
const detected = clock('detected', 'When it was detected', '10:16');
const mitigated = clock('mitigated', 'When users got better', '10:58');
const resolved = clock('resolved', 'When it was over', '12:40');
const minutes = (name: string, label: string, from: Value, to: Value) =>
  computed(name, `${label}, in minutes`, { op: 'minutes', from, to });
const toDetect = minutes('toDetect', 'Time to detect', began, detected);
const toMitigate = minutes('toMitigate', 'Time to mitigate', detected, mitigated);
const toResolve = minutes('toResolve', 'Time to resolve', mitigated, resolved);
const total = sum('total', 'Whole incident, in minutes', toDetect, toMitigate, toResolve);
const impact = sum('impact', 'Impact, in minutes', toDetect, toMitigate);
const orders = number('orders', 'Orders that fail in a minute', '85');
const lost = product('lost', 'Orders that failed', orders, impact, 0);
const basket = number('basket', 'What an order is worth, in $', '42');
const money = product('money', 'Revenue that was lost, in $', lost, basket, 0);
const cause = text('cause', 'Root cause', 'a migration for staging ran against production');
const why = text('why', 'Why it could happen', 'both databases accept the same credentials');
const nobody = text('nobody', 'Why nobody stopped it', 'destructive migrations need no second person');

export const postmortem: Pattern = {
  id: 'postmortem',
  family: 'incident',
  title: 'Postmortem',
  trigger: 'dg-postmortem',
  description: 'Timeline, causes and counted impact on one page, and actions with owner, date and proof',
  when: 'The page written in the week after an incident, without blame and with figures.',
  inputs: [title, date, severity, began, detected, mitigated, resolved, orders, basket],
  body: [
    heading`## Postmortem: ${title}, ${date}, ${severity}`,
    diagram`
      gantt
          title ${title}, ${date}: ${lost} orders fail in ${impact} min (UTC)
          dateFormat HH:mm
          axisFormat %H:%M

          section Impact
          ${orders} orders a minute fail :crit, impact, ${began}, ${mitigated}

          section Response
          Detect, ${toDetect} min :detect, ${began}, ${detected}
          Mitigate, ${toMitigate} min :mitigate, ${detected}, ${mitigated}
          Resolve, ${toResolve} min :resolve, ${mitigated}, ${resolved}
    `,
    table`
      | Phase | From | To | Took | What ended it |
      | --- | --- | --- | ---: | --- |
      | Detection | ${began} | ${detected} | ${toDetect} min | Alert: prices missing on 5% of pages, threshold 1% |
      | Mitigation | ${detected} | ${mitigated} | ${toMitigate} min | Prices of yesterday are served from S3 |
      | Resolution | ${mitigated} | ${resolved} | ${toResolve} min | Table restored to ${began}, ${severity} closed |
      | **Total** | ${began} | ${resolved} | **${total} min** | |
    `,
    heading`### Impact`,
    table`
      | What broke | Who was affected | How much | In money |
      | --- | --- | ---: | ---: |
      | Orders fail without a price | Every buyer for ${impact} min | ${orders} orders a minute, ${lost} orders | $${basket} an order, $${money} |
    `,
    heading`### Why`,
    diagram`
      flowchart TB
          symptom["Orders fail<br/>${lost} in ${impact} min"]
          table["Table of prices is gone<br/>PostgreSQL 17, 1.2M rows"]
          cause["${cause}"]
          why["${why}"]
          nobody["${nobody}"]
          restore["Restore takes ${toMitigate} min<br/>never rehearsed"]

          symptom -->|"because"| table -->|"because"| cause
          cause -->|"because"| why & nobody
          symptom -->|"so long because"| restore
    `,
    heading`### What is done about it`,
    table`
      | Action | Prevents, detects or shortens | Owner | Due | Done when |
      | --- | --- | --- | --- | --- |
      | Credentials for each environment | prevents | Platform | 2 March 2026 | staging is refused by production |
      | Second person for DROP and TRUNCATE | prevents | Data | 9 March 2026 | the pipeline stops without one |
      | Restore rehearsed every month | shortens to 10 min | Data | 31 March 2026 | three rehearsals in a row below 10 min |
      | Alert on missing prices at 0.5% | detects in 1 min | Pricing | 23 February 2026 | it fires in a rehearsal |
    `,
    heading`### What to run next time`,
    shell`
      # Who drops what? The last statements that change the schema.
      psql -h ${service}-db -c "SELECT executed_at, usename, left(query, 80) FROM ddl_log ORDER BY executed_at DESC LIMIT 10"
      # Serve yesterday's prices within a minute.
      ${service}ctl source set snapshot --date yesterday
      # Restore the table alone, to the minute before.
      pgbackrest --stanza=${service} --type=time --target="${began}:00+00" --db-include=prices restore
    `,
    heading`### Where to look`,
    table`
      | What | Where | Why |
      | --- | --- | --- |
      | Dashboard | [${service}-coverage](https://grafana.internal/d/${service}-coverage) | share of pages with a price |
      | Runbook | [${service}-restore](https://runbooks.internal/${service}-restore) | written after this incident |
      | It happened to | GitLab, January 2017: 300 GB deleted, 6 h of data lost | none of 5 backup methods had worked |
    `,
  ],
};
