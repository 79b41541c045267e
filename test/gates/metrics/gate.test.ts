import assert from 'node:assert/strict';
import fc from 'fast-check';
import { metricsGate } from '../../../core/gates/metrics/gate.ts';
import type { GateResult } from '../../../core/model.ts';
import { checkText, pageWith } from '../../support/checkText.ts';

const judge = async (text: string): Promise<GateResult | undefined> =>
  (await checkText(text, { gates: [metricsGate] })).gates[0];

const system = (label: string): string => `flowchart LR\n  a["nginx"] --> b["${label}"] --> c["PostgreSQL"]`;
const taxonomy = 'flowchart LR\n  a["Consistency"] --> b["Strong"]\n  a --> c["Weak"]';

describe('the metrics gate', () => {
  it('counts the diagrams, those it asks, and those of them with a figure', async () => {
    assert.deepEqual(await judge(pageWith(system('api: 900 RPS'), system('orders-api'), taxonomy)), {
      id: 'metrics',
      verdict: 'fail',
      evidence: { diagrams: 3, withMetric: 1, applicable: 2 },
    });
    assert.equal((await judge(pageWith(system('api: 900 RPS'), taxonomy)))?.verdict, 'pass');
  });

  it('does not apply where nothing can be measured', async () => {
    assert.deepEqual(await judge(pageWith(taxonomy)), {
      id: 'metrics',
      verdict: 'not-applicable',
      evidence: { diagrams: 1, withMetric: 0, applicable: 0 },
    });
  });

  it('takes a flow of failures for an incident only under the heading of one', async () => {
    const flow = 'flowchart LR\n  a["Pool exhausted"] --> b["Timeouts"] --> c["Service down"]';
    assert.equal((await judge(pageWith(flow)))?.verdict, 'not-applicable');
    assert.equal((await judge(`# Outage\n\n${pageWith(flow).replace('# Part 1', '## Part 1')}`))?.verdict, 'fail');
  });

  it('stays inside the text, whatever stands there', async () => {
    const words = fc.constantFrom(
      'low latency', ' many nodes', ' ~5 ms', ' 900 RPS', '"', '`', '``', ', and ', ': ', '. ', '| ', '|\n', '\n', '\n\n', '## ', '- ',
      '```mermaid\nflowchart LR\n  a["', '"]\n```\n', '<br/>', 'expensive', '😀', '&lt;', '**', ' millions of users', '%',
    ); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 40 }), async (parts) => {
        const text = `${parts.join('')}\n\n${pageWith(taxonomy)}`;
        const { findings } = await checkText(text, { gates: [metricsGate] });
        for (const { span, message } of findings) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, message);
          assert.doesNotMatch(message, / failed on this document/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
