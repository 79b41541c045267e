import assert from 'node:assert/strict';
import { hasMetric } from '../../../core/quantities/concrete.ts';
import { namesCount, namesUnit } from '../../../core/quantities/unitNames.ts';

describe('a concrete metric', () => {
  for (const text of [
    '97,432 RPS',
    'p99: 45ms',
    '$127,000/month',
    '99.95%',
    '30 brokers',
    '100 GPUs',
    '4-hour outage',
    '30x',
    '8x V100',
    'c5.2xlarge × 50',
    'Single server',
    'Peak: 8M concurrent',
    'Connections: 480/500',
    'Batch size: 1000',
    'Primary payments - 1000 max',
    'Sub-10ms target',
    'Compression ratio: 4:1',
  ]) {
    it(`is in "${text}"`, () => {
      assert.ok(hasMetric(text));
    });
  }

  for (const text of [
    'S3',
    'HTTP 200',
    'OAuth2',
    'PostgreSQL 14',
    'step 2',
    'TLS 1.3',
    '2019',
    '14:07 UTC',
    'Node 3',
    '3 phases',
    'Port: 443',
    'Slots: 0-5460',
    '#3B82F6',
    'us-east-1',
    'c5.2xlarge',
    '10.0.1.0/24',
  ]) {
    it(`is not in "${text}"`, () => {
      assert.ok(!hasMetric(text));
    });
  }
});

describe('a title', () => {
  it('names the unit of what it shows, or does not', () => {
    for (const title of [
      'Latency (ms)',
      'Market cap ($T)',
      'Requests per second',
      'Success rate %',
      'Cost, $K/month',
    ]) {
      assert.ok(namesUnit(title), title);
    }
    for (const title of ['Before and after', 'Score', 'Monthly economics']) assert.ok(!namesUnit(title), title);
  });

  it('may name what it counts', () => {
    assert.ok(namesCount('Messages'));
    assert.ok(namesCount('Requests by region'));
    assert.ok(!namesCount('Cost by services'));
    assert.ok(!namesCount('Monthly economics'));
    assert.ok(!namesCount('Progress'));
  });
});
