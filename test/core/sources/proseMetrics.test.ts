import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertGreen, made, madeFrom, problemIn } from '../../support/madePages.ts';

const diagram = '```mermaid\nflowchart LR\n  a["checkout<br/>30 pods"] --> b["mail"]\n```\n';

/** The rows of the table. */
async function rowsOf(text: string): Promise<readonly string[]> {
  const page = await made('metrics', text, 'page.md');
  return page.split('\n').filter((line) => line.startsWith('|')).slice(2); // prettier-ignore
}

describe('metrics in prose', () => {
  it('become a table with what is measured, in the author’s words, and the line of each', async () => {
    assert.equal(
      await madeFrom('metrics', 'metrics/paragraph.md'),
      [
        '### Metrics',
        '',
        '| What | Value | Unit | Source |',
        '| --- | ---: | --- | --- |',
        '| Nordlicht checkout handles | 97,432 | requests/s | paragraph.md:1 |',
        '| p99 | 45 | ms | paragraph.md:1 |',
        '| Nordlicht checkout costs | 127,000 | $/month | paragraph.md:1 |',
        '| Availability | 99.95 | % | paragraph.md:2 |',
        '| cache hit rate rose from | 81 | % | paragraph.md:2 |',
        '| cache hit rate rose to | 94 | % | paragraph.md:2 |',
        '| Brokers | 30 | Kafka brokers | paragraph.md:4 |',
        '| Brokers | 3 | zones | paragraph.md:4 |',
        '| Storage | about 12 | TB | paragraph.md:5 |',
        '| growing | 40 | GB per day | paragraph.md:5 |',
        '| run it on-call | 24 | engineers | paragraph.md:6 |',
        '',
        '<!-- paragraph.md:1-2,4-6 -->',
      ].join('\n'),
    );
  });

  it('pass the gates below a diagram', async function () {
    this.timeout(60_000);
    await assertGreen(`# Nordlicht checkout\n\n${diagram}\n${await madeFrom('metrics', 'metrics/paragraph.md')}\n`);
  });

  it('keep ranges, signs and compound durations whole', async () => {
    assert.deepEqual(await rowsOf('Latency: 10-20 ms. Change: -12.5%. Recovery took 1h 30m. Spend of $1.2M/year.'), [
      '| Latency | 10-20 | ms | page.md:1 |',
      '| Change | -12.5 | % | page.md:1 |',
      '| Recovery took | 1h 30m | | page.md:1 |',
      '| Spend | 1.2M | $/year | page.md:1 |',
    ]);
  });

  it('are called by what was measured, and not by when', async () => {
    const page = await made('metrics', 'At 09:14 on June 8th checkout served 12.4k req/s. Cost: $4k.\n', 'x.md');
    assert(page.includes('| checkout served | 12.4k | req/s | x.md:1 |\n| Cost | 4k | $ | x.md:1 |\n'), page);
  });

  it('are not names, versions, dates and bare numbers', async () => {
    assert.equal(
      await problemIn('metrics', 'PostgreSQL 16 on S3, see step 2 of 2026-03-14, HTTP 200, 7.\n'),
      '-: there is no figure with a unit in this text',
    );
  });

  it('are the figures of the text, each once and no others', async () => {
    const figure = fc.record({
      value: fc.integer({ min: 2, max: 9999 }),
      unit: fc.constantFrom('ms', '%', 'GB', 'min'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 8 }), async (figures) => {
        const text = figures
          .map(({ value, unit }, index) => `Measure ${'abcdefgh'[index]} is ${value} ${unit}.`)
          .join(' ');
        const cells = (await rowsOf(text)).map((row) => row.split(' | ').slice(1, 3).join(' '));
        assert.deepEqual(
          cells,
          figures.map(({ value, unit }) => `${value} ${unit}`),
        );
      }),
      { numRuns: 100 },
    );
  });
});
