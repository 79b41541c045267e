import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numbersGate } from '../../../core/gates/numbers/gate.ts';
import { checkText } from '../../support/checkText.ts';

const fence = '```';
const part = fc.constantFrom(
  '| ', '99.9%', ' 26 min/year downtime', '\n', '- [x] ', '7/9', ' (78%)', 'Duration: ', '2 hours', '14:30', ' - ', '15:00',
  `${fence}mermaid\ngantt\n  A (3 weeks) : 2024-01-01, 21d\n${fence}\n`, `${fence}\n`, '$5M/month', ' ($60M/year)', '# Overview\n',
  '| --- | --- |\n', ' if P2 deferred', 'Total', '80% improvement (30 s → 3 s)', '## Sorting: $3M/month\n', 'Cost per parcel: $2\n', '1M parcels/day',
  'Monthly savings: ', 'Annual savings: ', '25 × ', '$6 per belt', 'Infrastructure Cost: $5K/month\n', '9 vans (5 red, 4 blue)', '# Total infrastructure: $9M/month\n', '"capacity": "10PB",\n"cost_per_tb": "$400",\n', '=', '×', '2014-2021', ': ', '  ', '- Rope walk: $5K/month\n', '| rope walk | $7K/month |\n',
); // prettier-ignore

describe('the rules of gate 6', () => {
  it('take any text, and point into it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }), async (parts) => {
        const text = `${fence}mermaid\nflowchart LR\n  a --> b\n${fence}\n\n${parts.join('')}`;
        const { findings } = await checkText(text, { gates: [numbersGate] });
        for (const { span, message } of findings) {
          assert.ok(!message.includes('failed on this document'), message);
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('take thousands of rows, boxes, items and amounts on one line', async () => {
    const boxes = Array.from({ length: 3000 }, (_, index) => `  n${index}["$5M (3%)"]`).join('\n');
    const pages = [
      `${fence}mermaid\nflowchart LR\n  subgraph s["All: $5M"]\n${boxes}\n  end\n${fence}\n`,
      `| a | b |\n| --- | --- |\n${'| x | $5 |\n| Total | $6 |\n'.repeat(5000)}`,
      '- a: $5\n- Total: $7\n'.repeat(5000),
      `${fence}yaml\n${'a: $5\ntotal: $7\n'.repeat(5000)}${fence}\n`,
      'Total $5 × 3 = $16 → $17 (+3%) '.repeat(3000),
      Array.from(
        { length: 3000 },
        (_, index) => `# Stage\n- Rope walk: $${index}\n- Tar kiln ${index % 50}: $${index}\n`,
      ).join(''),
      `${fence}yaml\n${Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index % 500)}rope_walk: $${index}`).join('\n')}\n${fence}\n`,
      `- ${'rope walk '.repeat(10_000)}: $5`,
      '80% less (30 s → 3 s) '.repeat(1000),
      '9 vans (5 red, 4 blue) '.repeat(1000),
      '## Stage 1: x\n\nScale: 1-9 vans\n\n- Stage 1: $9/month → $1 per van/month\n\n'.repeat(1000),
      `9 vans (${'1 red, '.repeat(5000)})`,
      `| year | vans | growth | a | b | c | d | e | f |\n${'| --- '.repeat(9)}|\n${'| 2012 | 5 | 2x | 1 | 2 | 3 | 4 | 5 | 6 |\n'.repeat(1000)}`,
      `# Sorting: $3M/month\n\n${'- cost per parcel: $2\n- 5 parcels/day\n'.repeat(1000)}`,
      `# Belts: $90K/month\n\n${'- Hardware: 25 × 40\n- Monthly rate: $6 per belt\n'.repeat(1000)}`,
      '## Year\n\nTotal annual savings: $5K\nCost: $5K/month\n\n'.repeat(1000),
      `${fence}yaml\n${'cost_per_tb: $5\ncapacity: 5PB\nmonthly_cost: $7\n'.repeat(1000)}${fence}\n`,
      `${fence}mermaid\nflowchart LR\n${Array.from({ length: 1000 }, (_, index) => `  n${index}["${index} orders"] -->|"2x, 5% of total"| n${index % 7}["9 orders"]`).join('\n')}\n${fence}\n`,
    ];
    for (const page of pages) {
      const text = `${fence}mermaid\nflowchart LR\n  a --> b\n${fence}\n\n${page}`;
      const { gates } = await checkText(text, { gates: [numbersGate] });
      assert.notEqual(gates[0]?.verdict, 'not-applicable');
    }
  }).timeout(120_000);
});
