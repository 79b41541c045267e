import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exampleGate } from '../../../core/gates/example/gate.ts';
import type { GateResult } from '../../../core/model.ts';
import { checkText, pageWith } from '../../support/checkText.ts';

const judge = async (text: string): Promise<GateResult | undefined> =>
  (await checkText(text, { gates: [exampleGate] })).gates[0];

describe('the example gate', () => {
  it('says which organisations are tied to a figure, and where each is so first', async () => {
    const text = `${pageWith('flowchart LR\n  a["Uber: 40 M trips"] --> b["Lyft"]')}
Netflix has no figure.

## Netflix

At Netflix it took 12 min, and at Uber 9 min.
`;
    assert.deepEqual(await judge(text), {
      id: 'example',
      verdict: 'pass',
      evidence: {
        examples: [
          { name: 'Uber', line: 5 },
          { name: 'Lyft', line: 5 },
          { name: 'Netflix', line: 8 },
        ],
      },
    });
  });

  it('ties a heading to figures below it, and not to those of the next heading', async () => {
    const under = await judge(`${pageWith('flowchart LR\n  a --> b')}\n## Etsy\n\n### Load\n\n900 requests/s.\n`);
    assert.equal(under?.verdict, 'pass');
    const beside = await judge(`${pageWith('flowchart LR\n  a --> b')}\n## Etsy\n\n## Load\n\n900 requests/s.\n`);
    assert.equal(beside?.verdict, 'fail');
  });

  it('finds a name only where it is a whole word', async () => {
    const text = `${pageWith('flowchart LR\n  a --> b')}\nUbertrace, uber-fast and spotify.com: 4 ms.\n`;
    assert.deepEqual(await judge(text), { id: 'example', verdict: 'fail', evidence: { examples: [] } });
  });

  it('offers no technology where the name can take no label', async () => {
    const text = pageWith('flowchart LR\n  nginx --> Cache@{ icon: "fa:box" }\n  nginx --> PostgreSQL');
    const { findings } = await checkText(text, { gates: [exampleGate] });
    const generic = findings.find(({ alias }) => alias === 'generic-component');
    assert.deepEqual(generic?.fixes, []);
  });

  it('stays inside the text, whatever stands there', async () => {
    const words = fc.constantFrom(
      'Netflix', 'At Uber', ' 4 ms', '<company>', 'TODO', '`', '``', '](x)', '<', '| ', '\n', '\n\n', '## ', '- ', '> ',
      '```mermaid\nflowchart LR\n  a["', '"]\n```\n', '<br/>', 'example.com', 'Database', 'Cache', '"] --> b["', 'nginx', '😀', '${1:', '}', '*', '_',
    ); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 40 }), async (parts) => {
        const text = parts.join('');
        const { findings } = await checkText(text, { gates: [exampleGate] });
        for (const { span, message } of findings) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, message);
          assert.doesNotMatch(message, / failed on this document/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
