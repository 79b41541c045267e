import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findQuantities, readQuantity } from '../../../core/quantities/find.ts';
import { blankMarkup } from '../../../core/quantities/markup.ts';
import type { Quantity } from '../../../core/quantities/model.ts';

/** A quantity in short: `~1200000 USD /user /month`. */
function show({ value, high, unit, sign, approximate, atLeast, atMost }: Quantity): string {
  const flags = `${approximate ? '~' : ''}${atLeast ? '≥' : ''}${atMost ? '≤' : ''}${sign === '+' ? '+' : ''}`;
  const scale = unit.scale === 1 ? '' : `*${unit.scale}`;
  const amount = `${flags}${value}${high === value ? '' : `..${high}`}${scale}`;
  const pers = [...unit.per, ...(unit.period === undefined ? [] : [unit.period])].map((what) => `/${what}`);
  return [amount, unit.name, ...pers].filter((part) => part !== '').join(' ');
}

const find = (text: string): readonly string[] => findQuantities(text).map(show);
const spansOf = (text: string): readonly string[] =>
  findQuantities(text).map(({ span }) => text.slice(span.start, span.end));

describe('quantities in text', () => {
  const readings: readonly (readonly [string, readonly string[]])[] = [
    ['97,432 RPS', ['97432 request /second']],
    ['p99: 45ms', ['45*0.001 second']],
    ['$127,000/month', ['127000 USD /month']],
    ['99.95%', ['99.95 %']],
    ['30 brokers, 3 small Kafka clusters', ['30 broker', '3 cluster']],
    ['1 master node', ['1 node']],
    ['4-hour outage, a 30-day window', ['4*3600 second', '30*86400 second']],
    ['30x faster, 8x V100', ['30 x', '8 x']],
    ['$35B+ annual', ['≥35000000000 USD /year']],
    ['10+ engineers, 5+ million users', ['≥10 engineer', '≥5000000 user']],
    ['$0.034/user/month', ['0.034 USD /user /month']],
    ['$200 per user per year', ['200 USD /user /year']],
    ['$20/GPU-hour, $20/TB', ['20 USD /gpu /hour', '20 USD /tb']],
    ['$3500/month each', ['3500 USD /each /month']],
    ['$5K monthly, 5 GB a day', ['5000 USD /month', '5*1000000000 byte /day']],
    ['€5M, USD 5M, 5M USD, $5m', ['5000000 EUR', '5000000 USD', '5000000 USD', '5000000 USD']],
    ['5m, 5M', ['5*60 second', '5000000']],
    ['5 million requests per second', ['5000000 request /second']],
    ['50K ops/sec, 100Gbps', ['50000 operation /second', '100*125000000 byte /second']],
    ['64 GiB, 1.5 TB', ['64*1073741824 byte', '1.5*1000000000000 byte']],
    ['1h 30m, 2 minutes and 5 seconds', ['90*60 second', '125 second']],
    ['~5 ms, about 100K users, ≈ 3%', ['~5*0.001 second', '~100000 user', '~3 %']],
    ['> 5 ms, at least 3 nodes, <5%', ['≥5*0.001 second', '≥3 node', '≤5 %']],
    ['recovered 5 ms, a -> 5 ms', ['5*0.001 second', '5*0.001 second']],
    ['+50%, (-42% less)', ['+50 %', '-42 %']],
    ['total of 5_800_000, 1.2e3 requests', ['5800000', '1200 request']],
    ['4 agents × 36h = 144h', ['4 agent', '36*3600 second', '144*3600 second']],
    ['200 × r6i.16xlarge, c5.2xlarge x 30', ['200', '30']],
    ['Total: 25 (26)', ['25', '26']],
  ];
  for (const [text, expected] of readings) {
    it(`are read in "${text}"`, () => {
      assert.deepEqual(find(text), expected);
    });
  }

  it('may be ranges, which share the magnitude where the low end has none of its own', () => {
    assert.deepEqual(find('$5-10M, 100–200K RPS, 10 to 20 minutes, 500ms-2s, 99.9-99.99%'), [
      '5000000..10000000 USD',
      '100000..200000 request /second',
      '10..20*60 second',
      '0.5..2 second',
      '99.9..99.99 %',
    ]);
    assert.deepEqual(find('$20M - 57%, $20M/month - 57'), ['20000000 USD', '57 %', '20000000 USD /month', '57']);
    assert.deepEqual(find('from 5 to 10 ms'), ['5', '10*0.001 second']);
  });

  it('are no figures that are names', () => {
    for (const text of [
      'S3, OAuth2, p99, HTTP 200, PostgreSQL 14, TLS 1.3, step 2, Node 3 fails, Q3 2023, Node 1 contributed',
      '2024-05-01T10:30:00Z, 10:30 UTC, 9 AM, May 5, 5 March 2021, in 2023',
      'v1.2, 1.2.3, 10.0.0.0/16, localhost:8080, c5.2xlarge, eu-west-1, #42, #3B82F6',
      '555-010-0199, 4/4, 24/7, 3rd, T+5 min, 007, %20, 10_000x_id, 16:9',
      '1. First\n2) Second',
    ]) {
      assert.deepEqual(find(text), [], text);
    }
  });

  it('end at a line break', () => {
    assert.deepEqual(find('5\nbrokers'), ['5']);
    assert.deepEqual(find('about\n5 ms'), ['5*0.001 second']);
  });

  it('say where they stand, with sign, currency, unit and plus, and with their qualifier', () => {
    const text = 'about \\$1.2M+/month, -5%, US$3 per user';
    assert.deepEqual(spansOf(text), ['\\$1.2M+/month', '-5%', 'US$3 per user']);
    const [first] = findQuantities(text);
    assert.ok(first !== undefined);
    assert.equal(text.slice(first.qualified.start, first.qualified.end), 'about \\$1.2M+/month');
    assert.equal(text.slice(first.digits.start, first.digits.end), '1.2');
  });

  it('know how exactly they were meant: half a unit of the last digit', () => {
    assert.deepEqual(
      findQuantities('$1.2M, 30 brokers, 99.95%, 1,234 users').map(({ precision }) => precision.toPrecision(3)),
      ['5.00e+4', '0.500', '0.00500', '0.500'],
    );
  });

  it('stand as the reader sees them once markup is blanked', () => {
    const label = '**$5K**/month<br/>&lt;5ms<br/>99.9%\\n3 nodes';
    const plain = blankMarkup(label);
    assert.equal(plain.length, label.length);
    assert.deepEqual(find(plain), ['5000 USD', '≤5*0.001 second', '99.9 %', '3 node']);
  });
});

describe('a text that is one quantity', () => {
  it('is read, with a note in brackets and a year-like figure', () => {
    assert.deepEqual(
      ['2024', ' ~$5K ', '$1,200 (12%)', '12%'].map((text) => show(readQuantity(text) ?? assert.fail(text))),
      ['2024', '~5000 USD', '1200 USD', '12 %'],
    );
  });

  it('is none when there is more, or nothing', () => {
    for (const text of ['', 'n/a', '5 and 6', 'was 5', '5 (6 (7))', '10:30', '2024-05-01']) {
      assert.equal(readQuantity(text), undefined, text);
    }
  });
});

describe('any text', () => {
  const pieces = [
    ...['1', '25', '1,234', '0.5', '$', '€', 'USD', 'K', 'M', '%', 'x', ' ', ' ', '\n', '/', '-', '–', '+', '~', '<', '>', ':', '.'],
    ...[',', ' per ', 'month', 'user', 'about ', ' to ', 'ms', 'h', 'GB', 'nodes', 'S', '<br/>', '**', '=', '×', '(', ')', '_', 'e', '2023', 'é', '−'],
  ]; // prettier-ignore
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(''));

  it('has quantities inside it, in order, apart from each other, with sound bounds', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ maxLength: 60 })), (text) => {
        let last = 0;
        for (const { span, qualified, digits, value, high, precision } of findQuantities(text)) {
          assert.ok(last <= span.start && qualified.start <= span.start && span.start <= digits.start);
          assert.ok(digits.start < digits.end && digits.end <= span.end && span.end === qualified.end);
          assert.ok(span.end <= text.length && Number.isFinite(value) && high >= value && precision > 0);
          last = span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in time that grows with its length', () => {
    for (const piece of [
      '1',
      '1,',
      '1-',
      '1.',
      '$',
      '1 a ',
      'a1',
      '1 per ',
      '~',
      '<',
      '1h ',
      '1:',
      '1/',
      '#1',
      '. ',
      '_1',
      ' ',
    ]) {
      findQuantities(blankMarkup(piece.repeat(100_000 / piece.length)));
    }
  });
});
