/** What each signal is seen in, and what is not enough. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { threeAmGate } from '../../../core/gates/three-am/gate.ts';
import { signalIds } from '../../../core/gates/three-am/facts/signals.ts';
import type { SignalId } from '../../../core/gates/three-am/facts/signals.ts';
import { checkText } from '../../support/checkText.ts';

/** The line of each signal that is seen. */
async function see(text: string): Promise<Readonly<Partial<Record<SignalId, number | null>>>> {
  const { gates } = await checkText(text, { gates: [threeAmGate] });
  return gates[0]?.evidence['signals'] as Readonly<Record<SignalId, number | null>>;
}

const diagram = (...lines: readonly string[]): string => `\`\`\`mermaid\nflowchart LR\n${lines.join('\n')}\n\`\`\`\n`;
const label = (text: string): string => diagram(`a["${text}"]`);
const page = (...blocks: readonly string[]): string => `${diagram('a --> b')}\n${blocks.join('\n\n')}\n`;
const fence = (language: string, ...lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;
const table = (...rows: readonly string[]): string => {
  const [head = '', ...body] = rows;
  return [head, head.replaceAll(/[^|]+/g, ' --- '), ...body].join('\n');
};

const cases: Readonly<Record<SignalId, { readonly yes: readonly string[]; readonly no: readonly string[] }>> = {
  failure_path: {
    yes: [
      ...[
        'Redis primary down',
        'Heartbeat timeout',
        'HTTP 503 from checkout',
        'Queue overloaded',
        'Disk full: writes fail',
      ],
      ...['Error rate hits 60%', '95% failure rate', 'Failure injection', 'Rollback trigger', 'CPU spike alert'],
    ].map(label),
    no: [
      ...[
        'Auto-failover',
        'Circuit breaker<br/>5s timeout',
        'DDoS protection',
        'Error handling',
        'Cache miss',
        'Scale down',
      ],
      ...['No single point of failure', 'Graceful degradation', 'Error rate: <0.1%', 'Fault tolerance: 3 failures'],
      ...['Error handling<br/>Failed orders<br/>Retry strategy', 'Failure detection<br/>Heartbeat timeout'],
      ...['Corrupted chunk detection', 'Dead letter queue<br/>error tracking', '1M errors/day'],
    ]
      .map(label)
      .concat(page('The primary was down and every request failed.')),
  },
  run_or_read: {
    yes: [
      page(fence('bash', '# Who waits?', 'kubectl -n shop get pods')),
      page(fence('sh', '$ sudo journalctl -u cart --since -10m')),
      page(fence('', 'FATAL: too many connections for role "cart"')),
      page(fence('sql', 'SHOW PROCESSLIST;')),
      page(fence('sql', '-- find long-running queries', 'SELECT pid, query FROM jobs;')),
      page(fence('python', 'run(f"zcat edge.gz | grep {request}")')),
      page('Read `/var/log/cart/error.log` first.'),
      page('- Random "Payment was refused" errors at the till'),
      page('- [ ] `rate(http_requests_total{code="500"}[5m]) > 3`'),
      label('java.sql.SQLException: pool exhausted'),
    ],
    no: [
      page(fence('yaml', 'timeout: 5s', 'command: sleep')),
      page(fence('bash', 'npm install', 'docker build .', 'export POOL=20')),
      page(fence('bash', 'cat > redis.conf << EOF', 'maxmemory 1gb', 'EOF')),
      page(fence('sql', 'CREATE TABLE carts (id int);', 'SELECT id FROM carts;')),
      page(fence('java', 'throw new IllegalStateException("full");')),
      page('Use `cart-service` and `GET /carts`.'),
    ],
  },
  failure_modes: {
    yes: [
      page('- **Impact**: search timed out for 25% of users'),
      page('- **Blast radius**: all checkouts in Europe'),
      page('Deploys failed and 400K users were logged out.'),
      page(table('| Component | Impact | Duration |', '| Search | no results in two regions | 12 min |')),
      page(table('| Field | Value |', '| Users affected | 3M |')),
      label('Ingest failure (100K+ streams affected)'),
      label('CDN failure<br/>Blast radius: 92% of traffic'),
    ],
    no: [
      page('- Memory exhaustion\n- Schema changes break jobs'),
      page('**Impact**: 30% faster builds'),
      page(table('| Change | Impact |', '| Batching | 40% less CPU |')),
      label('Load balancer<br/>30K requests/s'),
    ],
  },
  recovery: {
    yes: [
      page('It was restored in 41 min.'),
      page('- **MTTR**: 12 minutes'),
      page(table('| Metric | Value |', '| RTO | 4 hours |')),
      page(table('| Service | Recovery time |', '| Cart | 30 s |')),
      page('## Rollback', '1. Take the last release back.\n2. Watch the error rate.'),
      page('**Solution:**', fence('bash', 'kubectl rollout undo deploy/cart')),
      page('## Emergency response', fence('bash', 'kubectl rollout undo deploy/cart')),
      label('Auto-failover: 10 s'),
    ],
    no: [
      page('Point-in-time recovery for 35 days, RPO: 5 min.'),
      page('It has automatic failover and rollback support.'),
      page('## Risk mitigation', '1. Buy more disks.'),
      label('Backups<br/>RPO: 1 min'),
    ],
  },
  alert_metric: {
    yes: [
      page('- Latency: p99 < 300 ms'),
      page('The error rate went 0.1% -> 38%.'),
      page('- Daily spend > $1M'),
      page('- Availability: 99.9% SLA'),
      page(table('| Metric | Page at |', '| Queue depth | 10,000 messages |')),
      page(fence('yaml', '- alert: HighLag', '  expr: consumer_lag > 100')),
      page(fence('yaml', 'MetricName: CPUUtilization', 'Threshold: 80')),
      label('Queue depth<br/>Normal: 50<br/>Now: 15,000'),
    ],
    no: [
      page('- Latency: p99 45 ms'),
      page('Alerts go to the team.'),
      page(fence('yaml', 'failure_threshold: 5', 'timeout: 3s')),
      page('Startup time fell: 10 s → 3 s (60% improvement).'),
      label('300+ edge locations<br/>12 TB of memory'),
    ],
  },
  where_to_look: {
    yes: [
      page('- Acme Incident Response Runbooks (internal)'),
      page('See the [cart dashboard](https://grafana.internal/d/cart).'),
      page('Ask in #cart-oncall.'),
      label('Cart Health Dashboard<br/>errors, lag'),
      page(fence('yaml', 'Operations Dashboard:', '  - queue lag')),
      page('- Runbook: `cart-rollback`'),
      page('Follow runbook `edge-bypass`.'),
      page(table('| Metric | Where to look |', '| Errors | `cart-slo` |')),
      page('## Emergency playbook', 'Stay calm.'),
      page(table('| Look at | Where |', '| Dashboard | grafana.internal/d/cart |')),
      page(fence('yaml', 'message: "@pagerduty-cart-oncall lag is critical"')),
    ],
    no: [
      page('- Automated Runbooks'),
      page('Runbooks: 500+ documented procedures.'),
      page('See [the docs](https://example.org/cart).'),
      label('Grafana dashboards<br/>PagerDuty integration'),
      label('Hystrix Dashboard<br/>real-time metrics'),
      label('Stripe Merchant Dashboard'),
      page(fence('bash', 'curl http://hystrix-dashboard/api/circuits')),
    ],
  },
};

describe('at 3 AM', () => {
  for (const id of signalIds) {
    it(`${id} is seen`, async () => {
      for (const text of cases[id].yes) assert.notEqual((await see(text))[id], null, text);
    });

    it(`${id} is not seen in what is not enough`, async () => {
      for (const text of cases[id].no) assert.equal((await see(text))[id], null, text);
    });
  }

  it('says the line of the document, wherever the evidence stands', async () => {
    const text = `# Cart\n\n> ${label('Timeout').trimEnd().replaceAll('\n', '\n> ')}\n\n| Field | Value |\n| --- | --- |\n| MTTR | 4 min |\n`;
    const seen = await see(text);
    assert.equal(seen.failure_path, 5);
    assert.equal(seen.recovery, 10);
  });

  it('neither fails nor leaves the text, whatever the page holds', async () => {
    const words = fc.constantFrom(
      ...[
        'error',
        'timeout',
        '| a | b |\n| --- | --- |\n| Impact | 5% of users |',
        '```bash\nkubectl get pods\n```',
        '`',
      ],
      ...[
        '#',
        '## Recovery',
        '- ',
        '1. ',
        '```mermaid\nflowchart LR\na --> b\n```',
        '```',
        '[a](b)',
        '$1M/hour',
        'p99 < 3 ms',
        '\n',
        '\n\n',
        '\r\n',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 30 }), async (pieces) => {
        const text = pieces.join(' ');
        const { findings, gates } = await checkText(text, { gates: [threeAmGate] });
        assert.equal(gates[0]?.evidence['problem'], undefined);
        for (const { span, fixes } of findings) {
          const spans = [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
          for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
        }
      }),
    );
  });

  it('reads hostile pages to their end', async () => {
    const longest = 50_000;
    const lines = [
      'a/',
      'A',
      '#a-',
      '"/',
      'error rate ',
      '1 ',
      'http://dashboar',
      '`a ',
      '(sum(',
      'no no ',
      'Exception',
      '[enter ',
    ];
    const long = lines.map((piece) => piece.repeat(longest / piece.length));
    const rows = 'p99 | error\n| '.repeat(10_000);
    const text = page(
      ...long,
      fence('', ...long),
      fence('bash', ...long),
      `| a | b |\n| --- | --- |\n| ${rows}`,
      label(long.join('<br/>')),
    );
    const { gates } = await checkText(text, { gates: [threeAmGate] });
    assert.equal(gates[0]?.evidence['problem'], undefined);
  }).timeout(60_000);
});
