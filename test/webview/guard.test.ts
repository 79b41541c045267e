/** The limits that a text keeps before Mermaid sees it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { guard, guardLimits, strictGuardLimits } from '../../webview/frame/guard.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';

describe('guard', () => {
  it('lets every sound sample pass', () => {
    for (const { id, text } of readSamples()) assert.equal(guard(text), undefined, id);
  });

  for (const [name, text, problem] of [
    ['a text that is too long', 'x\n'.repeat(25_001), { limit: 'total', allowed: 50_000, line: undefined }],
    ['a line that is too long', `pie\n${'x'.repeat(5_001)}`, { limit: 'line', allowed: 5_000, line: 2 }],
    [
      'a long line of styles with colours',
      `flowchart\n\nstyle A fill:#fff${' '.repeat(1_000)}`,
      { limit: 'styleLine', allowed: 1_000, line: 3 },
    ],
    ['a large number in a block diagram', 'block-beta\n  columns 10000', { limit: 'number', allowed: 9_999, line: 2 }],
    [
      'many YAML aliases',
      `---\nlist: [${'*a, '.repeat(21)}]\n---\npie`,
      { limit: 'aliases', allowed: 20, line: undefined },
    ],
    [
      'many YAML aliases in front matter that does not end',
      `---\n${'- *a\n'.repeat(21)}`,
      { limit: 'aliases', allowed: 20, line: undefined },
    ],
  ] as const) {
    it(`refuses ${name}`, () => {
      assert.deepEqual(guard(text), { kind: 'guard', ...problem });
    });
  }

  it('leaves large numbers alone where they do no harm', () => {
    for (const text of [
      'block\n  a["97432 RPS"]\n  style a fill:#123456',
      'flowchart LR\n  A[97432 RPS]',
      'pie\n  "Cost" : 127000',
    ]) {
      assert.equal(guard(text), undefined);
    }
  });

  it('has lower limits for a frame that could stall the panel', () => {
    const text = `pie\n${'x'.repeat(3_000)}`;
    assert.equal(guard(text, guardLimits), undefined);
    assert.deepEqual(guard(text, strictGuardLimits), { kind: 'guard', limit: 'line', allowed: 2_000, line: 2 });
  });

  it('comes to an end whatever stands in the text', () => {
    const pieces = ['---\n', '*a', '\n', ' ', '#', 'style', '"', 'block', '9', '%%{init:', '\t', '\r'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('').repeat(6_000).slice(0, 50_000);
        assert.doesNotThrow(() => guard(text));
      }),
      { numRuns: 60 },
    );
  });
});
