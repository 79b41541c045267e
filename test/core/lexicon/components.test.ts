/** Which labels name a part of a running system, and which only speak of one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { namesTechnology, recogniseComponent } from '../../../core/lexicon/components.ts';

/** `plane kind` with `*` for a named technology; `-` for what is no component. */
function brief(label: string): string {
  const found = recogniseComponent(label);
  if (found === undefined) return '-';
  return `${found.planes[0]} ${found.kind}${found.specificity === 'technology' ? '*' : ''}`;
}

function assertAll(expected: Readonly<Record<string, string>>): void {
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((label) => [label, brief(label)])), expected);
}

describe('the component lexicon', () => {
  it('knows categories, alone and with words that only say which one', () => {
    assertAll({
      'Load Balancer': 'edge load-balancer',
      'Global load balancers': 'edge load-balancer',
      CDN: 'edge cdn',
      WAF: 'edge firewall',
      'API Gateway': 'edge gateway',
      'Cart service': 'service service',
      'User services': 'service service',
      'Customer database': 'state database',
      'Query service': 'service service',
      'Query cache': 'state cache',
      'Worker 3': 'service worker',
      'Primary Database (zone a)': 'state database',
      '🗄️ Read replicas: 5': 'state database',
      'Message queues': 'state queue',
      'Object Storage': 'state object-store',
      Monitoring: 'control monitoring',
      Metrics: 'control monitoring',
      'CI/CD pipeline': 'control deployment',
      'Service registries': 'control configuration',
    });
  });

  it('knows technologies and products, with versions, sizes and what they hold', () => {
    assertAll({
      'PostgreSQL 16': 'state database*',
      'Redis sessions': 'state cache*',
      'AWS S3 multi-region': 'state object-store*',
      'Kafka cluster 2': 'stream event-log*',
      'Apache Flink': 'stream stream-processing*',
      'Prometheus + Grafana': 'control monitoring*',
      'Amazon CloudFront – 450 PoPs': 'edge cdn*',
      'Nginx: 12 nodes': 'edge gateway*',
      'Pub/Sub': 'stream event-log*',
    });
  });

  it('reads the name from its end, and the technology from the lines below', () => {
    assertAll({
      'Redis cache service': 'service service*',
      'Session cache\nRedis 7.2': 'state cache*',
      'Orders\nPostgreSQL 16\n40 TB': 'state database*',
      'Order service\nGo, MongoDB': 'service service*',
      'Queue\n40K msg/s': 'state queue',
    });
  });

  it('takes no step, question, event, claim or figure for a component', () => {
    assertAll({
      'Check cache': '-',
      'Cache hit?': '-',
      'Query the database': '-',
      'Redis migration': '-',
      'Kafka rebalance storm': '-',
      'Database failure': '-',
      'Cache miss': '-',
      'Load balancing': '-',
      'Latency metrics': '-',
      'MySQL → PostgreSQL': '-',
      'Return from cache': '-',
      'Failed database': '-',
      'Why PostgreSQL': '-',
      '50 pods/node': '-',
      'Disk > 80%': '-',
      'Cost of storage': '-',
      '502 Bad Gateway': '-',
      Users: '-',
      '': '-',
    });
  });

  it('leaves out what is not ours, and what may be one thing or another', () => {
    assertAll({
      'Stripe API': '-',
      'Mobile application': '-',
      'Partner gateway': '-',
      'S3/CloudFront': '-',
      'Payments & fraud': '-',
    });
  });

  it('says which words of the name are the author’s own', () => {
    assert.deepEqual(recogniseComponent('Checkout Service')?.qualifiers, ['checkout']);
    assert.deepEqual(recogniseComponent('Primary Database 2')?.qualifiers, []);
    assert.deepEqual(recogniseComponent('Orders\nPostgreSQL 16')?.qualifiers, ['orders']);
  });

  it('finds a technology named anywhere', () => {
    assert.ok(namesTechnology('sharded by user, on MySQL 8'));
    assert.ok(!namesTechnology('sharded by user, on our own hardware'));
  });

  it('reads whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (label) => {
        recogniseComponent(label);
        namesTechnology(label);
      }),
    );
    assert.equal(brief('Redis '.repeat(100_000)), '-');
  });
});
