/** Before and after: two builds of one system side by side, what each part costs, and what else changed. */
import type { Pattern } from '../pattern.ts';
import { planeClasses } from '../planes.ts';
import { difference, diagram, heading, number, percent, product, prose, sum, table, text } from '../write.ts';

const system = text('system', 'System', 'Thumbnail service');
const before = text('before', 'How it was built', '3 functions and a queue');
const after = text('after', 'How it is built', '1 service, 6 pods');

/** One row of the bill, in $K a month. */
function row(name: string, item: string, was: string, is: string) {
  const wasField = number(`${name}Was`, `${item} before, in $K a month`, was);
  const isField = number(`${name}Is`, `${item} after, in $K a month`, is);
  return {
    was: wasField,
    is: isField,
    saved: difference(`${name}Saved`, `${item} saved, in $K a month`, wasField, isField),
  };
}

const compute = row('compute', 'Compute', '18.6', '4.1');
const queue = row('queue', 'Queue and workflow', '9.3', '0.4');
const storage = row('storage', 'Storage and traffic', '6.8', '2.9');
const rows = [compute, queue, storage];
const was = sum('was', 'Total before, in $K a month', ...rows.map((each) => each.was));
const is = sum('is', 'Total after, in $K a month', ...rows.map((each) => each.is));
const saved = sum('saved', 'Total saved, in $K a month', ...rows.map((each) => each.saved));
const share = percent('share', 'Saved, in percent', saved, was, 1);
const yearly = product('yearly', 'Saved in a year, in $K', saved, 12, 1);
const wasTime = number('wasTime', 'Latency p99 before, in ms', '2300');
const isTime = number('isTime', 'Latency p99 after, in ms', '410');
const timeSaved = difference('timeSaved', 'Faster by, in ms', wasTime, isTime);

export const beforeAfter: Pattern = {
  id: 'before-and-after',
  family: 'cost',
  title: 'Before and after',
  trigger: 'dg-before-after',
  description: 'Two builds of one system side by side, and a table of what each part costs then and now',
  when: 'A page that shows what a rebuild changed, in money and in milliseconds, or what one would change.',
  inputs: [system, before, after, ...rows.flatMap((each) => [each.was, each.is])],
  body: [
    heading`## ${system}: cost before and after`,
    diagram`
      flowchart TB
          subgraph BEFORE["Before: ${before}, $${was}K/month"]
              direction LR
              resize["AWS Lambda<br/>3 functions, 1,536 MB<br/>$${compute.was}K/month"]
              steps[("SQS, Step Functions<br/>$${queue.was}K/month")]
              bucket[("S3, 4 copies an image<br/>$${storage.was}K/month")]
          end

          subgraph AFTER["After: ${after}, $${is}K/month"]
              direction LR
              service["libvips 8.16, Rust 1.86<br/>6 pods, c7g.xlarge<br/>$${compute.is}K/month"]
              jobs[("Redis 7.2 list<br/>$${queue.is}K/month")]
              files[("S3, 1 copy an image<br/>$${storage.is}K/month")]
          end

          resize --> steps --> bucket
          service --> jobs
          service --> files
          BEFORE -->|"$${saved}K/month less"| AFTER

          ${planeClasses}
          class resize,service servicePlane
          class steps,jobs,bucket,files statePlane
    `,
    table`
      | Part | Before, $K/month | After, $K/month | Saved, $K/month |
      | --- | ---: | ---: | ---: |
      | Compute | ${compute.was} | ${compute.is} | ${compute.saved} |
      | Queue and workflow | ${queue.was} | ${queue.is} | ${queue.saved} |
      | Storage and traffic | ${storage.was} | ${storage.is} | ${storage.saved} |
      | **Total** | **${was}** | **${is}** | **${saved}** |
    `,
    heading`### What else changed`,
    table`
      | What | Before | After | Change |
      | --- | ---: | ---: | --- |
      | Bill in a year | | | $${yearly}K less, which is ${share}% |
      | Latency p99 | ${wasTime} ms | ${isTime} ms | ${timeSaved} ms less |
      | Parts to watch | 8 | 3 | 5 fewer alerts |
      | What it cost to build | | 7 weeks of 2 people | |
    `,
    prose`37signals cut its cloud bill from $3.2M to $1.3M a year by moving compute to its own servers, 2022 to 2024.`,
  ],
};
