import assert from 'node:assert/strict';
import { boundsOf, convert } from '../../../core/quantities/convert.ts';
import { readQuantity } from '../../../core/quantities/find.ts';
import type { Quantity } from '../../../core/quantities/model.ts';
import { writeQuantity } from '../../../core/quantities/write.ts';

const read = (text: string): Quantity => readQuantity(text) ?? assert.fail(text);
const ratio = (from: string, to: string): string | undefined => {
  const conversion = convert(read(from).unit, read(to).unit);
  return conversion && `${conversion.by.toPrecision(4)}${conversion.slack === 0 ? '' : ' or so'}`;
};

describe('units', () => {
  it('convert where they measure the same', () => {
    assert.equal(ratio('1 min', '1 s'), '60.00');
    assert.equal(ratio('1 GB', '1 MB'), '1000');
    assert.equal(ratio('$1/month', '$1/year'), '12.00');
    assert.equal(ratio('$1/hour', '$1/day'), '24.00');
    assert.equal(ratio('1 brokers', '5 Kafka brokers'), '1.000');
    assert.equal(ratio('$1/day', '$1/month'), '30.44 or so');
    assert.equal(ratio('1 month', '1 day'), '30.44 or so');
  });

  it('do not where they measure something else', () => {
    assert.equal(ratio('$1', '€1'), undefined);
    assert.equal(ratio('$1', '$1/month'), undefined);
    assert.equal(ratio('$1/user', '$1/month'), undefined);
    assert.equal(ratio('3 nodes', '3 brokers'), undefined);
    assert.equal(ratio('3 nodes', '3'), undefined);
    assert.equal(ratio('3%', '3x'), undefined);
  });
});

describe('a quantity', () => {
  it('lies between bounds that take in rounding and what is said of it', () => {
    assert.deepEqual(boundsOf(read('30 nodes')), { low: 29.5, high: 30.5 });
    assert.deepEqual(boundsOf(read('10-20%')), { low: 9.5, high: 20.5 });
    assert.deepEqual(boundsOf(read('~30 nodes')), { low: 26.5, high: 33.5 });
    assert.deepEqual(boundsOf(read('30+ nodes')), { low: 29.5, high: Infinity });
    assert.deepEqual(boundsOf(read('up to 30 nodes')), { low: -Infinity, high: 30.5 });
  });

  it('is written with another value in its own style', () => {
    const write = (text: string, value: number): string => writeQuantity(text, read(text), value);
    assert.equal(write('$1.2M/month', 1_350_000), '$1.35M/month');
    assert.equal(write('$127,000', 1_203_400), '$1,203,400');
    assert.equal(write('5_800_000', 42), '42');
    assert.equal(write('25 nodes', 26), '26 nodes');
    assert.equal(write('25%', 33.333_333), '33.33%');
    assert.equal(write('2.50 h', 3), '3.00 h');
    assert.equal(write('-5%', -6), '-6%');
  });
});
