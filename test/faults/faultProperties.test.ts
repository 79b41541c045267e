/** What holds for every repair, on valid diagrams of every type and on the same diagrams with a fault planted in them. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../core/document/edits.ts';
import { fixAll } from '../../core/fixAll.ts';
import type { Finding } from '../../core/model.ts';
import type { Oracle } from '../../core/ports.ts';
import { mutations } from '../bench/faults/mutations.ts';
import { plant, plantings } from '../bench/faults/planting.ts';
import { loadBuiltOracle } from '../support/builtOracle.ts';
import { checkText } from '../support/checkText.ts';
import { readSamples } from '../support/mermaidSamples/samples.ts';

describe('repairs', function () {
  // A few hundred diagrams through the real parser, several times each.
  this.timeout(180_000);
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
  });

  const find = async (text: string): Promise<readonly Finding[]> => {
    const settings = { profile: 'syntax' as const };
    const { findings } = await checkText(text, { request: { kind: 'mermaid', settings }, deps: { oracle } });
    return findings.filter(({ gate, severity }) => gate === 'renders' && severity === 'error');
  };

  it('leave every valid diagram as it is', async () => {
    for (const { id, text } of readSamples()) assert.deepEqual([id, ...(await find(text))], [id]);
  });

  it('lead to fewer faults, stay inside the diagram, and have nothing left to do the second time', async () => {
    let broken = 0;
    for (const [index, sample] of readSamples().entries()) {
      const suited = mutations.filter(({ types }) => types.includes(sample.type));
      for (const mutation of suited.filter((_, number) => number % 9 === index % 9)) {
        const [planting] = plantings(mutation, sample.text);
        if (planting === undefined) continue;
        const { text } = plant(sample.text, [planting]);
        if ((await oracle.parse(text)).renders) continue;
        broken += 1;
        const name = `${mutation.kind} in ${sample.id}\n${text}`;
        const findings = await find(text);
        assert.ok(findings.length > 0, name);
        for (const { span } of findings) assert.ok(span.start >= 0 && span.end <= text.length, name);
        const edits = fixAll(findings);
        if (edits.length === 0) continue;
        const fixed = applyEdits(text, edits);
        const left = await find(fixed);
        assert.ok(left.length < findings.length, `${name}\nbecomes\n${fixed}`);
        if (left.length === 0) assert.deepEqual(fixAll(left), [], name);
      }
    }
    assert.ok(broken >= 100, `only ${broken} broken diagrams`);
  });
});
