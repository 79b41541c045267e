/** BPMN-style workflow: lanes, gateways and events, with the time of each step and what happens when one is late. */
import type { Pattern } from '../pattern.ts';
import { diagram, heading, number, percent, quotient, sum, table, text } from '../write.ts';

const process = text('process', 'Process', 'Access request');
const asker = text('asker', 'First lane', 'Employee');
const approver = text('approver', 'Second lane', 'Manager');
const doer = text('doer', 'Third lane', 'Okta, Terraform 1.12');
const refused = number('refused', 'Of these refused', '58');
const expired = number('expired', 'Of these without an answer', '22');
const granted = number('granted', 'Of these granted', '560');
const all = sum('all', 'Requests a month', refused, expired, granted);
const grantedShare = percent('grantedShare', 'Granted, in percent', granted, all, 1);
const refusedShare = percent('refusedShare', 'Refused, in percent', refused, all, 1);
const expiredShare = percent('expiredShare', 'Without an answer, in percent', expired, all, 1);
const write = number('write', 'To write it, median in minutes', '6');
const decide = number('decide', 'To decide, median in minutes', '190');
const grant = number('grant', 'To grant, median in minutes', '4');
const total = sum('total', 'From beginning to end, median in minutes', write, decide, grant);
const waiting = percent('waiting', 'Waiting for a decision, in percent', decide, total, 0);
const days = number('days', 'Working days a month', '21');
const daily = quotient('daily', 'Requests a day', all, days, 1);
const limit = number('limit', 'A decision is due within, in hours', '48');

export const workflow: Pattern = {
  id: 'workflow',
  family: 'plan',
  title: 'Workflow',
  trigger: 'dg-workflow',
  description: 'A process in lanes as BPMN draws it, with measured times, outcomes that add up and the way of the late',
  when: 'A page about how people and systems hand work to each other, and how long each lets it lie.',
  inputs: [process, asker, approver, doer, refused, expired, granted],
  body: [
    heading`## ${process}: workflow`,
    diagram`
      flowchart LR
          subgraph L1["${asker}"]
              begin(("Begin"))
              ask["Write the request<br/>${write} min"]
          end

          subgraph L2["${approver}"]
              decide["Decide<br/>${decide} min"]
              gate{"Granted?"}
          end

          subgraph L3["${doer}"]
              grant["Grant for 90 days<br/>${grant} min"]
              failed(("Error"))
          end

          subgraph L4["Ends"]
              given((("Granted")))
              denied((("Refused")))
              lapsed((("Lapsed")))
          end

          begin --> ask --> decide --> gate
          gate -->|"yes"| grant -->|"${grantedShare}%"| given
          gate -->|"no, ${refusedShare}%"| denied
          decide -.->|"late after ${limit} h, ${expiredShare}%"| lapsed
          grant -.->|"plan fails"| failed
    `,
    table`
      | Step | Lane | Median | Due | When it is late |
      | --- | --- | ---: | --- | --- |
      | Write the request | ${asker} | ${write} min | | The draft is kept for 7 days |
      | Decide | ${approver} | ${decide} min, ${waiting}% of all | ${limit} h | It lapses, the ${asker} is told to ask a deputy |
      | Grant | ${doer} | ${grant} min | 15 min | A ticket with the plan's error within 5 min |
      | **Total** | | **${total} min** | | |
    `,
    heading`### How they end`,
    table`
      | Outcome | Requests a month | Share |
      | --- | ---: | ---: |
      | Granted | ${granted} | ${grantedShare}% |
      | Refused | ${refused} | ${refusedShare}% |
      | Without an answer | ${expired} | ${expiredShare}% |
      | **Total** | **${all}** | **100%** |
    `,
    heading`### What it rests on`,
    table`
      | Fact | Figure |
      | --- | --- |
      | Load | ${all} requests in a month of ${days} working days, ${daily} a day |
      | Why access ends by itself | Uber, September 2022: one account of a contractor opened the network of 32,000 employees |
    `,
  ],
};
