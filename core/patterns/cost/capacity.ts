/** Capacity and growth: today's peak carried forward quarter by quarter, and the quarter in which it does not fit. */
import type { Pattern, Value } from '../pattern.ts';
import { diagram, difference, heading, number, product, table, text } from '../write.ts';

const system = text('system', 'System', 'Ticket shop');
const now = number('now', 'Peak now, in thousand requests a second', '22.0');
const growth = number('growth', 'Growth in a quarter, as a factor', '1.18');
const capacity = number('capacity', 'What it bore in a load test, in thousand requests a second', '40.0');
const axis = product('axis', 'Where the axis ends', capacity, 2, 0);
const nodes = number('nodes', 'Nodes now', '24');
const nodeCost = number('nodeCost', 'What a node costs, in $ a month', '196');

/** One quarter later: the peak, how much room is left, and what the nodes for it cost. */
const q1 = product('q1', 'Peak after 1 quarter, in thousand requests a second', now, growth, 1);
const q2 = product('q2', 'Peak after 2 quarters, in thousand requests a second', q1, growth, 1);
const q3 = product('q3', 'Peak after 3 quarters, in thousand requests a second', q2, growth, 1);
const q4 = product('q4', 'Peak after 4 quarters, in thousand requests a second', q3, growth, 1);
const room = (name: string, label: string, peak: Value) =>
  difference(name, `Room ${label}, in thousand requests a second`, capacity, peak);
const nowRoom = room('nowRoom', 'now', now);
const q1Room = room('q1Room', 'after 1 quarter', q1);
const q2Room = room('q2Room', 'after 2 quarters', q2);
const q3Room = room('q3Room', 'after 3 quarters', q3);
const q4Room = room('q4Room', 'after 4 quarters', q4);
const n1 = product('n1', 'Nodes after 1 quarter', nodes, growth, 0);
const n2 = product('n2', 'Nodes after 2 quarters', n1, growth, 0);
const n3 = product('n3', 'Nodes after 3 quarters', n2, growth, 0);
const n4 = product('n4', 'Nodes after 4 quarters', n3, growth, 0);
const bill = (name: string, label: string, count: Value) => product(name, `${label}, in $ a month`, count, nodeCost, 0);
const nowBill = bill('nowBill', 'Bill now', nodes);
const bill1 = bill('bill1', 'Bill after 1 quarter', n1);
const bill2 = bill('bill2', 'Bill after 2 quarters', n2);
const bill3 = bill('bill3', 'Bill after 3 quarters', n3);
const bill4 = bill('bill4', 'Bill after 4 quarters', n4);

export const capacityPlan: Pattern = {
  id: 'capacity-and-growth',
  family: 'cost',
  title: 'Capacity and growth',
  trigger: 'dg-capacity',
  description: 'The peak of the next four quarters against the measured limit, with nodes and bill for each',
  when: 'A page that says when a system is full, and what more room costs before that.',
  inputs: [system, now, growth, capacity, nodes, nodeCost],
  body: [
    heading`## ${system}: capacity and growth`,
    diagram`
      xychart
          title "${system}: peak against the limit of ${capacity}K req/s"
          x-axis ["now", "+1 quarter", "+2 quarters", "+3 quarters", "+4 quarters"]
          y-axis "Thousand requests a second" 0 --> ${axis}
          bar [${now}, ${q1}, ${q2}, ${q3}, ${q4}]
          line [${capacity}, ${capacity}, ${capacity}, ${capacity}, ${capacity}]
    `,
    table`
      | When | Peak | Room | Nodes, $${nodeCost} each | Bill | What is done |
      | --- | ---: | ---: | ---: | ---: | --- |
      | Now | ${now}K/s | ${nowRoom}K/s | ${nodes} | $${nowBill}/month | Load test of 9 June 2026 |
      | In 1 quarter | ${q1}K/s | ${q1Room}K/s | ${n1} | $${bill1}/month | Sessions move from PostgreSQL 17 to Valkey 8 |
      | In 2 quarters | ${q2}K/s | ${q2Room}K/s | ${n2} | $${bill2}/month | Second load test, seats sharded by venue |
      | In 3 quarters | ${q3}K/s | ${q3Room}K/s | ${n3} | $${bill3}/month | Waiting room above 90% |
      | In 4 quarters | ${q4}K/s | ${q4Room}K/s | ${n4} | $${bill4}/month | Second region, or 2 times the shards |
    `,
    heading`### How sure it is`,
    table`
      | Assumption | Where it comes from | If it is wrong |
      | --- | --- | --- |
      | Peak grows by a factor of ${growth} a quarter | Median of the last 8 quarters | Read this table again when a quarter is 10% off |
      | Nodes grow with the peak | 96% of the CPU is spent on requests | Caching first: Valkey 8 halves the reads |
      | A sale is no surprise | Calendar of 140 sales | Ticketmaster, November 2022: 3.5 billion requests in a day, 4 times its record |
    `,
  ],
};
