/** State machine: every state of a thing, how many are in it, how long they may stay, and how they get out when stuck. */
import type { Pattern } from '../pattern.ts';
import { diagram, heading, number, percent, shell, sum, table, text } from '../write.ts';

const thing = text('thing', 'What has states', 'Order');
const service = text('service', 'Its name in commands and dashboards', 'orders');
const waiting = number('waiting', 'How many wait for payment now', '1840');
const paid = number('paid', 'How many are paid now', '620');
const packed = number('packed', 'How many are packed now', '2310');
const shipped = number('shipped', 'How many are on their way now', '14900');
const stuck = number('stuck', 'How many are stuck now', '12');
const all = sum('all', 'How many there are now', waiting, paid, packed, shipped, stuck);
const stuckShare = percent('stuckShare', 'Stuck, in percent', stuck, all, 2);
const payTime = number('payTime', 'How long payment may take, in minutes', '30');
const packTime = number('packTime', 'How long packing may take, in hours', '4');
const shipTime = number('shipTime', 'How long the carrier may take to fetch it, in hours', '24');
const tripTime = number('tripTime', 'How long it may be on its way, in days', '7');
const carrier = text('carrier', 'Who takes it over', 'DHL');

export const stateMachine: Pattern = {
  id: 'state-machine',
  family: 'system',
  title: 'State machine',
  trigger: 'dg-states',
  description: 'States with their time limits, how many are in each, and the way out for what is stuck',
  when: 'A page about a thing with a life of its own: an order, a job, a subscription, a device.',
  inputs: [thing, waiting, paid, packed, shipped, stuck, payTime],
  body: [
    heading`## ${thing}: states`,
    diagram`
      stateDiagram-v2
          direction TB
          state "Waiting for payment<br/>up to ${payTime} min" as waiting
          state "Paid<br/>up to ${packTime} h" as paid
          state "Packed<br/>up to ${shipTime} h" as packed
          state "On its way with ${carrier}<br/>up to ${tripTime} days" as shipped
          state "Stuck<br/>a person looks" as stuck
          state "Cancelled" as cancelled
          state "Delivered" as delivered

          [*] --> waiting
          waiting --> paid : payment confirmed
          waiting --> cancelled : ${payTime} min without payment
          paid --> packed : packed
          packed --> shipped : fetched by ${carrier}
          shipped --> delivered : signed for
          paid --> stuck : no stock after ${packTime} h
          packed --> stuck : fetch failed for ${shipTime} h
          shipped --> stuck : lost for ${tripTime} days
          stuck --> paid : sent again
          stuck --> cancelled : money back
          cancelled --> [*]
          delivered --> [*]
    `,
    table`
      | State | Now | Leaves by | At the latest after | Alert at | Who is affected when it fails |
      | --- | ---: | --- | --- | --- | --- |
      | Waiting for payment | ${waiting} | payment confirmed | ${payTime} min, then cancelled | 5,000 waiting for 10 min | Buyers: payment page fails for all |
      | Paid | ${paid} | packed | ${packTime} h, then stuck | 3,000 paid for 1 h | Warehouse: no lists to pack from |
      | Packed | ${packed} | fetched by ${carrier} | ${shipTime} h, then stuck | 6,000 packed at 18:00 | Buyers: parcels are a day late |
      | On its way | ${shipped} | signed for | ${tripTime} days, then stuck | 2% later than ${tripTime} days | Buyers: parcels are lost |
      | Stuck | ${stuck} | a person | 2 h | 50 stuck, ${stuckShare}% are now | Support: 1 call for each |
      | **Total** | **${all}** | | | | |
    `,
    heading`### When it is stuck`,
    table`
      | What is stuck | Done first | Back in | Where to look |
      | --- | --- | --- | --- |
      | 10 orders or fewer | Send each again: runbook \`${service}-resend\` | 15 min each | Grafana \`${service}-states\` |
      | All orders of one state | Stop the consumer, roll back its last release | 8 min, measured 11 May 2026 | Grafana \`${service}-consumers\` |
      | All orders of one carrier | Switch the carrier, print new labels | 90 min, measured 11 May 2026 | runbook \`${service}-carrier\` |
    `,
    heading`### What to run`,
    shell`
      # What is stuck, and where did it come from?
      psql -h ${service}-db -c "SELECT came_from, count(*), min(since) FROM states WHERE state = 'stuck' GROUP BY 1 ORDER BY 2 DESC"
      # Send one again.
      ${service}ctl resend --id "$ID" --reason stuck
    `,
    heading`### It happened to`,
    table`
      | Who | What was stuck | How much |
      | --- | --- | --- |
      | Southwest Airlines, December 2022 | Crews without a flight, flights without a crew | 16,700 flights cancelled in 10 days |
    `,
  ],
};
