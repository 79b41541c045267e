/** Return on investment: what it costs once, what it saves each month, when that is even, and what is left in three years. */
import type { Pattern } from '../pattern.ts';
import { difference, diagram, heading, number, percent, product, quotient, sum, table, text } from '../write.ts';

const proposal = text('proposal', 'What is proposed', 'Object storage on own servers');
const people = number('people', 'Work, in $K', '140');
const hardware = number('hardware', 'Hardware, in $K', '310');
const moving = number('moving', 'Moving the data, in $K', '45');
const once = sum('once', 'Spent once, in $K', people, hardware, moving);
const was = number('was', 'Bill now, in $K a month', '52');
const is = number('is', 'Bill afterwards, in $K a month', '16');
const monthly = difference('monthly', 'Saved, in $K a month', was, is);
const yearly = product('yearly', 'Saved, in $K a year', monthly, 12, 0);
const payback = quotient('payback', 'Even after, in months', once, monthly, 1);
const two = product('two', 'Saved in 2 years, in $K', yearly, 2, 0);
const three = product('three', 'Saved in 3 years, in $K', yearly, 3, 0);
const axis = sum('axis', 'Where the axis ends', three, once);
const net1 = difference('net1', 'Left after 1 year, in $K', yearly, once);
const net2 = difference('net2', 'Left after 2 years, in $K', two, once);
const net3 = difference('net3', 'Left after 3 years, in $K', three, once);
const roi = percent('roi', 'Return in 3 years, in percent', net3, once, 0);

export const returnOnInvestment: Pattern = {
  id: 'return-on-investment',
  family: 'cost',
  title: 'Return on investment',
  trigger: 'dg-roi',
  description: 'Cost, monthly saving, payback and what is left after three years, as a chart and a table that agree',
  when: 'A page that asks for money: what is spent once, what comes back, and when.',
  inputs: [proposal, people, hardware, moving, was, is],
  body: [
    heading`## ${proposal}: cost and ROI`,
    diagram`
      xychart
          title "$K spent once (bars), $K saved (line)"
          x-axis ["year 1", "year 2", "year 3"]
          y-axis "$K since the start" 0 --> ${axis}
          bar [${once}, ${once}, ${once}]
          line [${yearly}, ${two}, ${three}]
    `,
    table`
      | Spent once | $K |
      | --- | ---: |
      | Work: 2 engineers, 5 months | ${people} |
      | Hardware: 24 servers, 7.2 PB | ${hardware} |
      | Moving the data: 1.9 PB | ${moving} |
      | **Total** | **${once}** |
    `,
    table`
      | Year | Saved since the start, $K | Spent, $K | Left, $K |
      | --- | ---: | ---: | ---: |
      | 1 | ${yearly} | ${once} | ${net1} |
      | 2 | ${two} | ${once} | ${net2} |
      | 3 | ${three} | ${once} | ${net3} |
    `,
    heading`### Is it worth it`,
    table`
      | Question | Answer |
      | --- | --- |
      | Bill | $${was}K a month now, $${is}K a month afterwards: power, space, a quarter of a person |
      | Saved | $${monthly}K a month |
      | Even | after ${payback} months |
      | Return | ${roi}% in 3 years |
      | What is not in it | A second site: $190K once, decided in year 2 |
      | Who did it | Dropbox, 2018: $74.6M saved in 2 years after leaving S3 |
    `,
  ],
};
