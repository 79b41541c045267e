/** What holds for references in any text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { referencesGate } from '../../../core/gates/references/gate.ts';
import type { CheckedDocument } from '../../../core/model.ts';
import { brief, checkText } from '../../support/checkText.ts';

const check = (text: string): Promise<CheckedDocument> => checkText(text, { gates: [referencesGate] });
const evidence = async (text: string): Promise<unknown> => (await check(text)).gates[0];

describe('references', () => {
  it('are not applicable where there is nothing to check, or nothing that is sure', async () => {
    for (const text of ['# Words\n', '[out](https://example.org)\n', '# What & why\n\n[one dash](#what-why)\n']) {
      assert.deepEqual(await evidence(text), {
        id: 'references',
        verdict: 'not-applicable',
        evidence: { checked: 0, broken: 0 },
      });
    }
  });

  it('are counted, with and without a diagram', async () => {
    assert.deepEqual(await evidence('# Run\n\n[a](#run) [b](#walk)\n'), {
      id: 'references',
      verdict: 'fail',
      evidence: { checked: 2, broken: 1 },
    });
    assert.deepEqual(await evidence('# Run\n\n```mermaid {#flow}\ngraph\n```\n'), {
      id: 'references',
      verdict: 'pass',
      evidence: { checked: 1, broken: 0 },
    });
  });

  it('are switched off by a comment, and the gate with them', async () => {
    const text = '# Run\n\n<!-- diagram-gates-disable-next-line link-missing-anchor -- generated -->\n[b](#walk)\n';
    const { findings, gates } = await check(text);
    assert.deepEqual(brief(text, findings), []);
    assert.equal(gates[0]?.verdict, 'not-applicable');
  });

  it('have findings inside the text, whatever the text is', async () => {
    const words = [
      '[a](',
      '#x',
      '%',
      ')',
      '<a href="',
      '">',
      '{#x}',
      '\n',
      '# X',
      '```mermaid {#x}\n',
      '```\n',
      '?',
      'é',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 30 }), async (parts) => {
        const text = parts.join('');
        const { findings } = await check(text);
        for (const { span, alias, message } of findings) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, alias);
          assert.doesNotMatch(message, /failed on this document/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('take time that grows with the page', async () => {
    const links = Array.from({ length: 5_000 }, (_, index) => `[a](#part-${index}x)`).join(' ');
    const headings = Array.from({ length: 5_000 }, (_, index) => `# Part ${index}\n`).join('\n');
    const hostile = ['{#'.repeat(20_000), 'id='.repeat(20_000), `<h1>${'<'.repeat(20_000)}`, '[a](#'.repeat(10_000)];
    const { findings } = await check([headings, links, ...hostile].join('\n\n'));
    assert.ok(findings.length >= 5_000);
  }).timeout(20_000);
});
