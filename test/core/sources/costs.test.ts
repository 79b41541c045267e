import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assertGreen, convertText, made, madeFrom, problemIn } from '../../support/madePages.ts';

const title = 'Nordlicht checkout';

describe('cost data', function () {
  this.timeout(60_000);

  for (const [file, options] of [
    ['nordlicht-2026-05.csv', {}],
    ['levers.md', {}],
    ['cost-explorer.csv', { title }],
    ['cost-explorer.json', { title, users: '52000' }],
    ['google-cloud.csv', { title }],
    ['google-cloud.jsonl', { title }],
  ] as const) {
    it(`passes every gate that applies with ${file}`, async () => {
      await assertGreen(await madeFrom('costs', `costs/${file}`, options));
    });
  }

  it('becomes a pie with small slices folded, shares, and the cost per user, each figure with its line', async () => {
    const page = await madeFrom('costs', 'costs/nordlicht-2026-05.csv');
    const lines = page.split('\n');
    assert.equal(lines[0], '## Nordlicht 2026-05: costs');
    const pie = lines.slice(lines.indexOf('pie showData'), lines.lastIndexOf('```'));
    assert.deepEqual(pie, [
      'pie showData',
      '    title Nordlicht 2026-05: $107,023.00 a month (slices in $)',
      '    %% nordlicht-2026-05.csv:2',
      '    "Compute: EKS, 140 m7g.2xlarge" : 33412.50',
      '    %% nordlicht-2026-05.csv:3',
      '    "Database: RDS PostgreSQL 16" : 31900.00',
      '    %% nordlicht-2026-05.csv:4',
      '    "Traffic out: 200 TB" : 14100.10',
      '    %% nordlicht-2026-05.csv:5',
      '    "Storage: S3, 620 TB" : 13905.00',
      '    %% nordlicht-2026-05.csv:6',
      '    "Observability: Datadog" : 11200.00',
      '    %% nordlicht-2026-05.csv:7-9',
      '    "Other, 3 items" : 2505.40',
    ]);
    assert(lines.includes('| Queue: MSK | 2,100.40 | 2.0% | 210.04 |'));
    assert(lines.includes('| **Total** | **107,023.00** | **100%** | **10,702.30** |'));
    assert(lines.includes('| 1,480,000 | $107,023.00/month | $0.0723/month |'));
    assert(lines.includes('<!-- nordlicht-2026-05.csv:11; the bill and what it is per user are computed -->'));
  });

  it('keeps the levers somebody wrote down, with what each saves', async () => {
    const page = await madeFrom('costs', 'costs/levers.md');
    assert(page.startsWith('## Nordlicht search, June 2026: costs\n'));
    assert(page.includes('| Query nodes | Scale to zero at night | 22.6 | 14.9 | 7.7 |\n'));
    assert(page.includes('| **Total** | 31.0% less | **80.2** | **55.3** | **24.9** |\n'));
  });

  it('reads the column totals of a Cost Explorer table, and the days it covers', async () => {
    const page = await madeFrom('costs', 'costs/cost-explorer.csv', { title });
    assert(page.startsWith('## Nordlicht checkout: costs, 2026-03-01 to 2026-05-01\n'), page);
    assert(page.includes('    %% cost-explorer.csv:2\n    "EC2-Instances" : 18233.44\n'));
  });

  it('leaves credits out of the pie and in the table', async () => {
    const page = await madeFrom('costs', 'costs/cost-explorer.json', { title });
    assert(page.includes('title Nordlicht checkout: $9,152.14 before credits (slices in $)'));
    assert(page.includes('| Savings Plans credit | -412.50 | -4.7% | 0.00 |'));
    assert(page.includes('| **Total** | **8,739.64** |'));
    assert(!page.includes('Key Management'), 'what rounds to nothing is left out');
  });

  it('adds up what a bill of Google Cloud lists by SKU, below its invoice', async () => {
    const page = await madeFrom('costs', 'costs/google-cloud.csv', { title });
    assert(page.includes('    %% google-cloud.csv:7-8\n    "Compute Engine" : 786.75\n'), page);
    assert(page.includes('| Tax | 231.37 |'));
    assert(page.includes('(slices in €)'));
  });

  it('reads decimal commas, signs behind the amount and semicolons, and checks the sum', async () => {
    const page = await madeFrom('costs', 'costs/hafen-2026-05.csv', { title: 'Nordlicht' });
    assert(page.includes('    title Nordlicht: €18,556.50 before credits (slices in €)\n'), page);
    // In a column with decimal commas a point divides thousands.
    assert(page.includes('    %% hafen-2026-05.csv:4\n    "Speicher: 90 TB" : 1890.00\n'), page);
    assert(page.includes('| **Total** | **18,306.50** |'), page);
    const wrong = 'Item;Kosten (EUR)\na;1.000,50 €\nb;2,25 €\nSumme;1.002,00 €\n';
    assert.match(await problemIn('costs', wrong), /^4: the total says €1,002\.00, the rows add up to €1,002\.75/);
  });

  it('adds up columns of several periods, says which, and checks the sums of all', async () => {
    const table =
      'Service,Jan-2026,Feb-2026,Mar-2026\nRuns,"$1,200.00","$1,300.50",$900\nKeeps,$100,-,\nTotal,"$1,300.00","$1,300.50",';
    const page = await made('costs', `${table}$900\n`, 'x.csv');
    assert(page.startsWith('## X: costs, Jan-2026 to Mar-2026\n'), page);
    assert(page.includes('    %% x.csv:2\n    "Runs" : 3400.50\n    %% x.csv:3\n    "Keeps" : 100.00\n'), page);
    assert.equal(await problemIn('costs', `${table}$950\n`), '4: the total says $3,550.50, the rows add up to $3,500.50: correct whichever is wrong'); // prettier-ignore
    assert.equal(await problemIn('costs', `${table}soon\n`), '4: “soon” is no amount of money');
    // A column for all of it says it best.
    const whole = await made('costs', 'Team,2025 cost,2026 cost,Cost ($)\nA,1,2,3\nB,4,5,9\n', 'x.csv');
    assert(whole.includes('"B" : 9\n'), whole);
  });

  it('believes the heading of the amounts more than a column of currencies', async () => {
    const page = await made('costs', '"ServiceName","CostUSD","Currency"\n"Runs","1,200.40","EUR"\n', 'x.csv');
    assert(page.includes('title X: $1,200.40 '), page);
  });

  it('takes no decimal comma for granted where a column is written in both ways', async () => {
    assert.equal(
      await problemIn('costs', 'Item;Cost (EUR)\na;"1,234.56"\nb;12,5\n'),
      '3: “12,5” is no amount of money',
    );
  });

  it('takes what is paid behind discounts, and a last row without a name for the sum', async () => {
    const bill =
      'Service,Cost ($),Discounts ($),Subtotal ($)\nRuns,100.00,-10.00,90.00\nKeeps,50.00,0,50.00\n,150.00,-10.00,';
    const page = await made('costs', `${bill}140.00\n`, 'x.csv');
    assert(page.includes('| **Total** | **140** |'), page);
    assert.match(await problemIn('costs', `${bill}145.00\n`), /^4: the total says/);
  });

  it('names the line of what is wrong', async () => {
    assert.equal(await problemIn('costs', 'item,cost ($)\na,5\nb,lots\n'), '3: “lots” is no amount of money');
    assert.equal(await problemIn('costs', 'item,cost ($)\na,5\nb,1e309\n'), '3: “1e309” is no amount of money');
    assert.equal(
      await problemIn('costs', 'item,cost\na,$5\nb,€6\n'),
      '3: this amount is in EUR, the others are in USD: they cannot be added up',
    );
    assert.equal(
      await problemIn('costs', 'item,cost ($)\na,5\nb,6\ntotal,13\n'),
      '4: the total says $13, the rows add up to $11: correct whichever is wrong',
    );
    assert.equal(
      await problemIn('costs', 'item,cost ($)\n"a,5\nb,6\n'),
      '2: a quotation mark opens or ends in the wrong place',
    );
    assert.equal(
      await problemIn('costs', 'item,cost ($)\na,5,7\nb,6\n'),
      '2: the row has 3 cells, the header names 2 columns',
    );
    assert.equal(await problemIn('costs', '[{"item":"a","cost":5,}\n{]'), '2: this is no JSON: comma expected');
    assert.equal(
      await problemIn('costs', 'name,size\na,5\nb,6\n'),
      '1: no column names a cost: call one “cost”, “amount” or “spend”',
    );
  });

  it('asks for the currency where nothing says it, and takes the answer', async () => {
    const text = 'item,cost\na,5\nb,6\n';
    const asked = await convertText('costs', text, 'a.csv');
    assert(asked.kind === 'needs');
    assert.equal(asked.option.name, 'currency');
    assert((await made('costs', text, 'a.csv', { currency: 'chf' })).includes('title A: CHF 11 (slices in CHF)'));
    assert.match(await problemIn('costs', text, { currency: 'EURO' }), /^-: currency: write one of USD, EUR, /);
  });

  it('adds up to the cent whatever the amounts are', async () => {
    const cents = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cents, async (amounts) => {
        const rows = amounts.map((amount, index) => `item ${index},${(amount / 100).toFixed(2)}`);
        const page = await made('costs', `item,cost ($)\n${rows.join('\n')}\n`, 'a.csv');
        const numbers = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, digits = '']) => Math.round(100 * Number(digits.replaceAll(',', '')))); // prettier-ignore
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        const add = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
        assert.equal(add(numbers(/^ {4}".*" : (\S+)$/gm)), total, 'the slices');
        assert.equal(add(numbers(/^\| [^*|]+ \| ([\d.,]+) \|/gm)), total, 'the rows');
        assert.deepEqual(numbers(/^\| \*\*Total\*\* \| \*\*([\d.,]+)\*\*/gm), [total], 'the total');
        assert.deepEqual(numbers(/title A: \$([\d.,]+)/g), [total], 'the title');
      }),
      { numRuns: 60 },
    );
  });
});
