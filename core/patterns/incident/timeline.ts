/** Incident timeline: what happened when, how long each phase took, what to run and where to look next time. */
import type { Pattern, Value } from '../pattern.ts';
import { choice, clock, computed, diagram, heading, number, shell, table, text } from '../write.ts';

const organisation = text('organisation', 'Who was hit', 'Fastly');
const date = text('date', 'Date', '8 June 2021');
const zone = choice('zone', 'Time zone', 'UTC', 'CET', 'US Eastern', 'US Pacific');
const share = number('share', 'Requests that failed at the worst, in percent', '85');
const symptom = text('symptom', 'What users saw', 'HTTP 503');
const scope = text('scope', 'Of what', 'the CDN');
const began = clock('began', 'When it began', '09:47');
const detected = clock('detected', 'When it was detected', '09:48');
const understood = clock('understood', 'When the cause was known', '10:27');
const mitigated = clock('mitigated', 'When users got better', '10:36');
const resolved = clock('resolved', 'When it was over', '12:35');
const detector = text('detector', 'What detected it', 'Fastly monitoring, global 5xx');
const cause = text('cause', 'The cause', 'a valid customer setting hits a bug deployed 27 days earlier');
const mitigation = text('mitigation', 'What ended the pain', 'the setting is disabled');
const resolution = text('resolution', 'What ended the incident', 'the last services recover');
const objective = number('objective', 'Error rate that is allowed, in percent', '0.1');
const threshold = number('threshold', 'Error rate that pages, in percent', '1');
const service = text('service', 'Name of the service in commands and dashboards', 'edge');
const report = text('report', 'Link to the report', 'https://www.fastly.com/blog/summary-of-june-8-outage');

const minutes = (name: string, label: string, from: Value, to: Value) =>
  computed(name, `${label}, in minutes`, { op: 'minutes', from, to });
const toDetect = minutes('toDetect', 'Time to detect', began, detected);
const toUnderstand = minutes('toUnderstand', 'Time to find the cause', detected, understood);
const toMitigate = minutes('toMitigate', 'Time to mitigate', understood, mitigated);
const toResolve = minutes('toResolve', 'Time to resolve', mitigated, resolved);
const total = computed('total', 'Whole incident, in minutes', {
  op: 'sum',
  of: [toDetect, toUnderstand, toMitigate, toResolve],
});
const impact = minutes('impact', 'Impact', began, mitigated);

export const incidentTimeline: Pattern = {
  id: 'incident-timeline',
  family: 'incident',
  title: 'Incident timeline',
  trigger: 'dg-incident',
  description: 'A Gantt chart by the clock, a recovery table, what to run and where to look',
  when: 'A postmortem, or a page that keeps an incident for those who will meet it again.',
  inputs: [organisation, date, began, detected, understood, mitigated, resolved],
  body: [
    heading`## Incident: ${organisation}, ${date}`,
    diagram`
      gantt
          title ${organisation}, ${date}: ${share}% of ${scope} answers ${symptom} for ${impact} min (${zone})
          dateFormat HH:mm
          axisFormat %H:%M

          section Impact
          ${share}% of requests fail :crit, impact, ${began}, ${mitigated}

          section Response
          Detect, ${toDetect} min :detect, ${began}, ${detected}
          Find the cause, ${toUnderstand} min :understand, ${detected}, ${understood}
          Mitigate, ${toMitigate} min :mitigate, ${understood}, ${mitigated}
          Resolve, ${toResolve} min :resolve, ${mitigated}, ${resolved}
    `,
    heading`### Recovery`,
    table`
      | Phase | From | To | Took | Ended by |
      | --- | --- | --- | ---: | --- |
      | Detection | ${began} | ${detected} | ${toDetect} min | ${detector} |
      | Diagnosis | ${detected} | ${understood} | ${toUnderstand} min | ${cause} |
      | Mitigation | ${understood} | ${mitigated} | ${toMitigate} min | ${mitigation} |
      | Resolution | ${mitigated} | ${resolved} | ${toResolve} min | ${resolution} |
      | **Total** | ${began} | ${resolved} | **${total} min** | |
    `,
    heading`### Impact`,
    table`
      | What broke | Who was affected | Objective | At the worst | Page at |
      | --- | --- | --- | --- | --- |
      | ${symptom} from ${scope} | Every site behind it, ${share}% of requests for ${impact} min | ${objective}% errors | ${share}% errors | ${threshold}% errors for 1 min |
    `,
    heading`### What to run`,
    shell`
      # Is it us? Errors by data centre over the last five minutes, worst first.
      promtool query instant http://prometheus.internal:9090 'topk(5, sum by (pop) (rate(http_responses_total{service="${service}",code=~"5.."}[5m])))'
      # What changed in the last hour? Newest change first.
      kubectl -n ${service} get events --sort-by=.lastTimestamp | tail -n 20
      # Take the last change back and watch the error rate fall below ${threshold}%.
      kubectl -n ${service} rollout undo deployment/${service}-config && kubectl -n ${service} rollout status deployment/${service}-config
    `,
    heading`### Where to look`,
    table`
      | What | Where | Open it when |
      | --- | --- | --- |
      | Dashboard | [${service}-errors](https://grafana.internal/d/${service}-errors) | the error rate is above ${threshold}% |
      | Runbook | [${service}-rollback](https://runbooks.internal/${service}-rollback) | a change is less than 60 min old |
      | On call | channel \`#${service}-oncall\` | 5 min have passed without a cause |
      | Report | [${organisation}, ${date}](${report}) | you write the next postmortem |
    `,
  ],
};
