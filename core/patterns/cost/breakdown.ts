/** Cost breakdown: where the money goes, what each lever saves, and what one user costs. All amounts in $K a month. */
import type { Pattern, Value } from '../pattern.ts';
import { computed, diagram, heading, number, prose, table, text } from '../write.ts';

const system = text('system', 'What is paid for', 'Checkout platform');
const month = text('month', 'Month of the bill', 'May 2026');
const users = number('users', 'Users a month, in millions', '1.48');

/** One slice of the bill with the lever that makes it smaller. */
function slice(name: string, item: string, now: string, lever: string, after: string) {
  const label = item.replace(/:.*/, '').toLowerCase();
  const nowField = number(`${name}Now`, `Cost of ${label}, in $K a month`, now);
  const afterField = number(`${name}After`, `Its cost afterwards, in $K a month`, after);
  return {
    item: text(name, 'What it is', item),
    now: nowField,
    lever: text(`${name}Lever`, 'What makes it cheaper', lever),
    after: afterField,
    saved: computed(`${name}Saved`, `Saved on ${label}, in $K a month`, {
      op: 'difference',
      from: nowField,
      less: afterField,
    }),
  };
}

const compute = slice(
  'compute',
  'Compute: EKS, 140 m7g.2xlarge',
  '33.4',
  '3-year savings plan, 45 nodes fewer at night',
  '20.1',
);
const data = slice(
  'data',
  'Database: RDS PostgreSQL 16',
  '31.9',
  'Reserved instances, 2 idle replicas removed',
  '22.7',
);
const traffic = slice('traffic', 'Traffic out: 200 TB', '14.1', 'Brotli on JSON, 38% fewer bytes', '9.7');
const storage = slice('storage', 'Storage: S3, 620 TB', '13.9', 'Intelligent-Tiering after 30 days', '8.9');
const watching = slice('watching', 'Observability: Datadog', '11.2', 'Sampling 10% of traces, 15-day logs', '6.4');
const slices = [compute, data, traffic, storage, watching];

/** Five colours whose percentages read in light and dark alike; Mermaid's own slices are near black in dark. */
const sliceColours =
  '{ pie1: "#3B82F6", pie2: "#F59E0B", pie3: "#10B981", pie4: "#8B5CF6", pie5: "#EC4899", ' +
  'pieOpacity: "1", pieSectionTextColor: "#030712" }';

const total = (name: string, label: string, of: readonly Value[]) => computed(name, label, { op: 'sum', of });
const now = total(
  'totalNow',
  'Total now, in $K a month',
  slices.map((each) => each.now),
);
const after = total(
  'totalAfter',
  'Total afterwards, in $K a month',
  slices.map((each) => each.after),
);
const saved = total(
  'totalSaved',
  'Total saved, in $K a month',
  slices.map((each) => each.saved),
);
const yearly = computed('yearly', 'Saved in a year, in $K', { op: 'product', of: saved, by: 12, decimals: 1 });
const percent = computed('percent', 'Saved, in percent', { op: 'percent', part: saved, whole: now, decimals: 1 });
const perUser = (name: string, label: string, thousands: Value) => {
  const millions = computed(`${name}Bill`, 'The bill, in $M a month', {
    op: 'product',
    of: thousands,
    by: 0.001,
    decimals: 6,
  });
  return computed(name, label, { op: 'quotient', of: millions, by: users, decimals: 3 });
};
const userNow = perUser('userNow', 'Cost per user now, in $ a month', now);
const userAfter = perUser('userAfter', 'Cost per user afterwards, in $ a month', after);

export const costBreakdown: Pattern = {
  id: 'cost-breakdown',
  family: 'cost',
  title: 'Cost breakdown',
  trigger: 'dg-cost',
  description: 'A pie of the bill, an optimisation table whose rows add up, and the cost per user',
  when: 'A page that says where the money goes and what will be done about it.',
  inputs: [system, month, users, ...slices.map((each) => each.now)],
  body: [
    heading`## ${system}: cost in ${month}`,
    diagram`
      ---
      config: { themeVariables: ${sliceColours} }
      ---
      pie showData
          title ${system}, ${month}: $${now}K a month (slices in $K)
          "${compute.item}" : ${compute.now}
          "${data.item}" : ${data.now}
          "${traffic.item}" : ${traffic.now}
          "${storage.item}" : ${storage.now}
          "${watching.item}" : ${watching.now}
    `,
    heading`### What makes it cheaper`,
    table`
      | Item | Lever | Now, $K/month | After, $K/month | Saved, $K/month |
      | --- | --- | ---: | ---: | ---: |
      | ${compute.item} | ${compute.lever} | ${compute.now} | ${compute.after} | ${compute.saved} |
      | ${data.item} | ${data.lever} | ${data.now} | ${data.after} | ${data.saved} |
      | ${traffic.item} | ${traffic.lever} | ${traffic.now} | ${traffic.after} | ${traffic.saved} |
      | ${storage.item} | ${storage.lever} | ${storage.now} | ${storage.after} | ${storage.saved} |
      | ${watching.item} | ${watching.lever} | ${watching.now} | ${watching.after} | ${watching.saved} |
      | **Total** | ${percent}% less, $${yearly}K saved in a year | **${now}** | **${after}** | **${saved}** |
    `,
    heading`### Cost per user`,
    table`
      | When | Users | Bill | Per user |
      | --- | ---: | ---: | ---: |
      | Now | ${users}M | $${now}K/month | $${userNow}/month |
      | After | ${users}M | $${after}K/month | $${userAfter}/month |
    `,
    prose`It has been done: 37signals cut its cloud bill from $3.2M to $1.3M a year by moving compute to its own servers.`,
  ],
};
