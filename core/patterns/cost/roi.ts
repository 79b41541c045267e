/** Return on investment: what is spent once, what comes back as planned and if less is saved, and when to stop. */
import type { Pattern, Value } from '../pattern.ts';
import { difference, diagram, heading, number, percent, product, quotient, shell, sum, table, text } from '../write.ts';

const proposal = text('proposal', 'What is proposed', 'Backups leave S3');
const bucket = text('bucket', 'Its name in commands and dashboards', 'backups-eu');
const people = number('people', 'Work, in $K', '140');
const hardware = number('hardware', 'Hardware, in $K', '312');
const moving = number('moving', 'Moving the data, in $K', '38');
const once = sum('once', 'Spent once, in $K', people, hardware, moving);
const was = number('was', 'Bill now, in $K a month', '52.0');
const is = number('is', 'Bill afterwards, in $K a month', '16.0');
const monthly = difference('monthly', 'Saved, in $K a month', was, is);
const cautious = product('cautious', 'Saved if it is three tenths less, in $K a month', monthly, 0.7, 1);
const payback = quotient('payback', 'Even after, in months', once, monthly, 1);
const latePayback = quotient('latePayback', 'Even after, if less is saved, in months', once, cautious, 1);
const second = number('second', 'A second site, in $K', '190');
const withSecond = sum('withSecond', 'Spent once with a second site, in $K', once, second);
const sitePayback = quotient('sitePayback', 'Even after, with a second site, in months', withSecond, monthly, 1);

/** What is left some months after the move, in $K. */
function left(name: string, saving: Value, months: number): { readonly saved: Value; readonly net: Value } {
  const saved = product(`${name}Saved`, `Saved in ${months} months, in $K`, saving, months, 1);
  return { saved, net: difference(name, `Left after ${months} months, in $K`, saved, once) };
}

const plan6 = left('plan6', monthly, 6);
const plan12 = left('plan12', monthly, 12);
const plan18 = left('plan18', monthly, 18);
const plan24 = left('plan24', monthly, 24);
const plan30 = left('plan30', monthly, 30);
const plan36 = left('plan36', monthly, 36);
const less6 = left('less6', cautious, 6);
const less12 = left('less12', cautious, 12);
const less18 = left('less18', cautious, 18);
const less24 = left('less24', cautious, 24);
const less30 = left('less30', cautious, 30);
const less36 = left('less36', cautious, 36);
const debt = product('debt', 'Left on the day of the move, in $K', once, -1, 0);
const bottom = product('bottom', 'Where the axis begins', once, -1.2, 0);
const top = product('top', 'Where the axis ends', plan36.saved, 1, 0);
const roi = percent('roi', 'Return in 3 years, in percent', plan36.net, once, 0);
const lessRoi = percent('lessRoi', 'Return in 3 years if less is saved, in percent', less36.net, once, 0);

export const returnOnInvestment: Pattern = {
  id: 'return-on-investment',
  family: 'cost',
  title: 'Return on investment',
  trigger: 'dg-roi',
  description: 'What is spent once, what comes back as planned and with less saved, when it is even, and when to stop',
  when: 'A page that asks for money: what is spent once, what comes back, and what would stop it.',
  inputs: [proposal, people, hardware, moving, was, is],
  body: [
    heading`## ${proposal}: cost and ROI`,
    diagram`
      xychart
          title "$K left: as planned, with 30% less saved, and even"
          x-axis "Months after the move" ["0", "6", "12", "18", "24", "30", "36"]
          y-axis "$K" ${bottom} --> ${top}
          line [${debt}, ${plan6.net}, ${plan12.net}, ${plan18.net}, ${plan24.net}, ${plan30.net}, ${plan36.net}]
          line [${debt}, ${less6.net}, ${less12.net}, ${less18.net}, ${less24.net}, ${less30.net}, ${less36.net}]
          line [0, 0, 0, 0, 0, 0, 0]
    `,
    table`
      | Case | Saved, $K/month | Even after | Left after 36 months, $K | Return |
      | --- | ---: | ---: | ---: | ---: |
      | As planned | ${monthly} | ${payback} months | ${plan36.net} | ${roi}% |
      | 30% less is saved | ${cautious} | ${latePayback} months | ${less36.net} | ${lessRoi}% |
      | A second site, $${second}K more | ${monthly} | ${sitePayback} months | | |
    `,
    heading`### Where the figures come from`,
    table`
      | Spent once | $K | Read from |
      | --- | ---: | --- |
      | Work: 2 engineers for 5 months | ${people} | Payroll 2026, $14K a month each |
      | Hardware: 24 servers of 300 TB | ${hardware} | Offer Q-2231 of 4 May 2026, $13K each |
      | Moving 1.9 PB over Direct Connect | ${moving} | AWS price list, $0.02 a GB |
      | **Total** | **${once}** | |
    `,
    table`
      | Bill, $K/month | Now | Afterwards | Read from |
      | --- | ---: | ---: | --- |
      | Storage, requests, power, space | ${was} | ${is} | Cost Explorer; colocation contract of 3 years |
      | Saved | | ${monthly} | |
    `,
    shell`
      # The bill now, by kind of use: three months, so that one odd month is seen.
      aws ce get-cost-and-usage --time-period Start=2026-03-01,End=2026-06-01 --granularity MONTHLY --metrics UnblendedCost --group-by Type=DIMENSION,Key=USAGE_TYPE --filter '{"Tags":{"Key":"bucket","Values":["${bucket}"]}}'
      # How much is left to move? Bytes in the bucket, day by day.
      aws cloudwatch get-metric-statistics --namespace AWS/S3 --metric-name BucketSizeBytes --dimensions Name=BucketName,Value=${bucket} Name=StorageType,Value=StandardStorage --start-time 2026-09-01T00:00:00Z --end-time 2026-09-08T00:00:00Z --period 86400 --statistics Average
    `,
    heading`### When it is stopped`,
    table`
      | By | Stopped if | Spent by then | Way back | Decides |
      | --- | --- | --- | --- | --- |
      | Month 2 | A restore of 10 TB takes more than 4 h | 4 servers, 2 months of work | S3 was never switched off | Storage lead |
      | Month 5 | Less than 60% is moved | All | Restores go to S3, reads follow in 1 h | Head of infrastructure |
      | 6 months after | The bill is above 130% of the plan, twice | All | None: the servers are sold | Finance |
    `,
    heading`### Who did it`,
    table`
      | Who | What came of it |
      | --- | --- |
      | Dropbox, 2016 to 2018 | $74.6M less in operating costs over 2 years after leaving S3 |
    `,
  ],
};
