/** BPMN-style workflow: lanes, gateways and events, the time of each step, the way of the late and that of an emergency. */
import type { Pattern } from '../pattern.ts';
import { diagram, heading, number, percent, quotient, shell, sum, table, text } from '../write.ts';

const process = text('process', 'Process', 'Production access');
const service = text('service', 'Its name in commands and dashboards', 'access');
const asker = text('asker', 'First lane', 'Engineer');
const approver = text('approver', 'Second lane', 'Owner of the system');
const doer = text('doer', 'Third lane', 'Okta, Terraform 1.12');
const granted = number('granted', 'Of these granted', '546');
const refused = number('refused', 'Of these refused', '58');
const expired = number('expired', 'Of these without an answer', '22');
const urgent = number('urgent', 'Of these in an emergency', '14');
const all = sum('all', 'Requests a month', granted, refused, expired, urgent);
const grantedShare = percent('grantedShare', 'Granted, in percent', granted, all, 1);
const refusedShare = percent('refusedShare', 'Refused, in percent', refused, all, 1);
const expiredShare = percent('expiredShare', 'Without an answer, in percent', expired, all, 1);
const urgentShare = percent('urgentShare', 'In an emergency, in percent', urgent, all, 1);
const write = number('write', 'To write it, median in minutes', '6');
const decide = number('decide', 'To decide, median in minutes', '190');
const grant = number('grant', 'To grant, median in minutes', '4');
const total = sum('total', 'From beginning to end, median in minutes', write, decide, grant);
const waiting = percent('waiting', 'Waiting for a decision, in percent', decide, total, 0);
const days = number('days', 'Working days a month', '21');
const daily = quotient('daily', 'Requests a day', all, days, 1);
const limit = number('limit', 'A decision is due within, in hours', '48');
const shortcut = number('shortcut', 'Access in an emergency ends after, in minutes', '60');

export const workflow: Pattern = {
  id: 'workflow',
  family: 'plan',
  title: 'Workflow',
  trigger: 'dg-workflow',
  description: 'A process in lanes as BPMN draws it: measured times, outcomes that add up, the late and the emergency',
  when: 'A page about how people and systems hand work to each other, how long each lets it lie, and who may skip it.',
  inputs: [process, asker, approver, doer, granted, refused, expired, urgent],
  body: [
    heading`## ${process}: workflow`,
    diagram`
      flowchart TB
          subgraph L1["${asker}"]
              ask(["Ask<br/>${write} min"])
              urgent{{"Paged now?"}}
          end

          subgraph L2["${approver}"]
              decide["Decide<br/>${decide} min"]
              gate{{"Grant?"}}
          end

          subgraph L3["${doer}"]
              grant["90 days<br/>${grant} min"]
              glass["${shortcut} min<br/>recorded"]
          end

          ask --> urgent
          urgent -->|"no"| decide --> gate
          urgent -->|"yes, ${urgentShare}%"| glass
          gate -->|"yes, ${grantedShare}%"| grant
          gate -->|"no, ${refusedShare}%"| denied(["Refused"])
          decide -.->|"late, ${limit} h:<br/>${expiredShare}%"| lapsed(["Lapsed"])
          grant & glass --> given(["Granted"])
          grant -.->|"plan fails"| failed(["On call"])
    `,
    table`
      | Step | Lane | Median | Due | When it is late |
      | --- | --- | ---: | --- | --- |
      | Ask | ${asker} | ${write} min | | The draft is kept for 7 days |
      | Decide | ${approver} | ${decide} min, ${waiting}% of all | ${limit} h | It lapses, the ${asker} is told to ask a deputy |
      | Grant | ${doer} | ${grant} min | 15 min | Page in \`#${service}-oncall\` with the error of the plan |
      | **Total** | | **${total} min** | | |
    `,
    heading`### How they end`,
    table`
      | Outcome | Requests a month | Share | What the ${asker} has then |
      | --- | ---: | ---: | --- |
      | Granted | ${granted} | ${grantedShare}% | Read and deploy, for 90 days |
      | Refused | ${refused} | ${refusedShare}% | The reason, in one sentence |
      | Without an answer | ${expired} | ${expiredShare}% | The name of a deputy |
      | In an emergency | ${urgent} | ${urgentShare}% | Everything on one system for ${shortcut} min, reviewed the next working day |
      | **Total** | **${all}** | **100%** | ${daily} a day |
    `,
    heading`### When it is stuck`,
    table`
      | What is stuck | Who is affected | Done first | Where to look |
      | --- | --- | --- | --- |
      | Okta is down | All ${asker}s without access; sessions go on for 8 h | Sealed account \`break-glass-1\`, two people open it | runbook \`${service}-sealed\` |
      | The plan fails | 1 request each | Apply by hand, open a ticket for the module | Grafana \`${service}-grants\` |
      | Requests pile up above 40 | ${asker}s of one system | Name a deputy for 14 days | Grafana \`${service}-waiting\` |
    `,
    shell`
      # Access now, in an emergency: ends by itself after ${shortcut} min, and is recorded.
      ${service}ctl break-glass --system "$SYSTEM" --incident "$INCIDENT" --for ${shortcut}m
      # What waits for whom, the oldest first?
      ${service}ctl requests --state waiting --sort age | head
      # Why did the last grant fail?
      terraform -chdir=grants plan -no-color | tail -n 30
    `,
    heading`### Why access ends by itself`,
    table`
      | Who | What happened |
      | --- | --- |
      | Uber, September 2022 | One account of a contractor, bought, then approved by its owner after an hour of prompts |
      | Roblox, October 2021 | 73 h: those who repaired it could not see what was wrong, the monitoring stood on what had failed |
    `,
  ],
};
