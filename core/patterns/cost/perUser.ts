/** Cost per user: the bill and the users of each month, so that growth is told apart from waste. */
import type { Pattern } from '../pattern.ts';
import { difference, diagram, heading, number, percent, product, prose, quotient, sum, table, text } from '../write.ts';

const system = text('system', 'What is paid for', 'Podcast platform');

/** One month with its bill, its users and what a thousand of them cost. */
function month(name: string, title: string, bill: string, users: string) {
  const billed = number(`${name}Bill`, `Bill of ${title}, in $K`, bill);
  const served = number(`${name}Users`, `Users of ${title}, in thousands`, users);
  const dollars = product(`${name}Dollars`, `Bill of ${title}, in $`, billed, 1000, 0);
  return {
    title,
    bill: billed,
    users: served,
    each: quotient(`${name}Each`, `${title}, in $ for 1,000 users`, dollars, served, 2),
  };
}

const months = [
  month('jan', 'January', '62.4', '820'),
  month('feb', 'February', '64.1', '861'),
  month('mar', 'March', '71.9', '905'),
  month('apr', 'April', '70.2', '958'),
  month('may', 'May', '66.8', '1012'),
  month('jun', 'June', '67.5', '1075'),
] as const;
const [jan, feb, mar, apr, may, jun] = months;
const billed = sum('billed', 'All six bills, in $K', ...months.map(({ bill }) => bill));
const target = number('target', 'What 1,000 users may cost, in $', '60.00');
const axis = product('axis', 'Where the axis ends', target, 2, 0);
const room = difference('room', 'Below the target by, in $', target, jun.each);
const growth = difference('growth', 'More users, in thousands', jun.users, jan.users);
const growthShare = percent('growthShare', 'More users, in percent', growth, jan.users, 1);

export const costPerUser: Pattern = {
  id: 'cost-per-user',
  family: 'cost',
  title: 'Cost per user',
  trigger: 'dg-cost-per-user',
  description: 'Six months of bill, users and cost for a thousand of them, as a chart and a table that agree',
  when: 'A page that says whether the bill grows with the users or by itself.',
  inputs: [system, jun.bill, jun.users, target],
  body: [
    heading`## ${system}: cost per user`,
    diagram`
      xychart
          title "${system}: $ a month for 1,000 users"
          x-axis [Jan, Feb, Mar, Apr, May, Jun]
          y-axis "$ a month" 0 --> ${axis}
          bar [${jan.each}, ${feb.each}, ${mar.each}, ${apr.each}, ${may.each}, ${jun.each}]
    `,
    table`
      | Month | Bill, $K | Users, K | For 1,000 users, $ | What changed |
      | --- | ---: | ---: | ---: | --- |
      | January | ${jan.bill} | ${jan.users} | ${jan.each} | 48 m7g.xlarge, CloudFront, RDS PostgreSQL 17 |
      | February | ${feb.bill} | ${feb.users} | ${feb.each} | Transcripts for all episodes, 12 g6.xlarge |
      | March | ${mar.bill} | ${mar.users} | ${mar.each} | Debug logs left on for 19 days |
      | April | ${apr.bill} | ${apr.users} | ${apr.each} | Logs off, 15 days instead of 90 |
      | May | ${may.bill} | ${may.users} | ${may.each} | Audio as Opus 96 kbit/s, 31% fewer bytes |
      | June | ${jun.bill} | ${jun.users} | ${jun.each} | 1-year savings plan for 40 nodes |
      | **Total** | **${billed}** | | | |
    `,
    heading`### What it means`,
    table`
      | Question | Answer |
      | --- | --- |
      | Target | $${target} for 1,000 users; June is $${room} below it |
      | Users since January | ${growth}K more, which is ${growthShare}% |
      | Next lever | Transcripts on demand: 70% are never read |
    `,
    prose`It can go far: WhatsApp served 450 million users with 32 engineers in 2014.`,
  ],
};
