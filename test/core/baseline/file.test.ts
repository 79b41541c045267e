import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBaseline, writeBaseline } from '../../../core/baseline/file.ts';
import { compareKnown } from '../../../core/baseline/model.ts';
import type { KnownFinding } from '../../../core/baseline/model.ts';
import { allRules } from '../../../core/gates/index.ts';
import { createRuleNames } from '../../../core/gates/names.ts';

const names = createRuleNames(allRules);

describe('the file of a baseline', () => {
  it('has one line for each finding, sorted, with the rule’s name', () => {
    const baseline = new Map([
      ['docs/b.md', [{ rule: 'DG101', text: '', near: '' }]],
      ['docs/none.md', []],
      [
        'docs/a.md',
        [
          { rule: 'DG999', text: 'x', near: '1' },
          { rule: 'DG001', text: 'y', near: '2' },
        ],
      ],
    ]);
    assert.equal(
      writeBaseline(baseline, names),
      `{
  "version": 1,
  "documents": {
    "docs/a.md": [
      { "rule": "DG001/syntax", "text": "y", "near": "2" },
      { "rule": "DG999", "text": "x", "near": "1" }
    ],
    "docs/b.md": [
      { "rule": "DG101/text-heavy", "text": "", "near": "" }
    ]
  }
}
`,
    );
    assert.equal(writeBaseline(new Map(), names), '{\n  "version": 1,\n  "documents": {}\n}\n');
  });

  it('is read as it was written, in any order', () => {
    const finding: fc.Arbitrary<KnownFinding> = fc.record(
      { rule: fc.constantFrom('DG001', 'DG101'), text: fc.string(), near: fc.string() },
      { noNullPrototype: true },
    );
    const documents = fc.array(
      fc.tuple(
        fc.string().map((name) => `a/${name}`),
        fc.array(finding, { minLength: 1 }),
      ),
    );
    fc.assert(
      fc.property(documents, (entries) => {
        const baseline = new Map(entries);
        const read = parseBaseline(writeBaseline(baseline, names));
        assert.ok(!('problem' in read));
        const sorted = (all: typeof baseline) =>
          [...all]
            .map(([path, findings]) => [path, [...findings].sort(compareKnown)] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1));
        assert.deepEqual(sorted(new Map([...read].map(([path, findings]) => [path, [...findings]]))), sorted(baseline));
        const reversed = new Map(entries.map(([path, findings]) => [path, findings.toReversed()] as const).reverse());
        if (reversed.size === entries.length)
          assert.equal(writeBaseline(reversed, names), writeBaseline(baseline, names));
      }),
    );
  });

  it('says why it cannot be read', () => {
    const problemOf = (text: string): string => {
      const read = parseBaseline(text);
      return 'problem' in read ? read.problem : 'none';
    };
    assert.deepEqual(
      ['', '[]', '{ "version": 2, "documents": {} }', '{ "version": 1, "documents": { "a.md": [{}] } }'].map(problemOf),
      [
        'this is no JSON',
        'this is no baseline that this version can read',
        'this is no baseline that this version can read',
        'what it says of a.md is not understood',
      ],
    );
  });
});
