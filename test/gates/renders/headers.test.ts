import assert from 'node:assert/strict';
import { headerWords } from '../../../core/gates/renders/facts/headers.ts';
import { findNearest } from '../../../core/nearest.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';

describe('the header words', function () {
  // The parser's bundle may have to be built first.
  this.timeout(120_000);

  it('are all known to Mermaid', async () => {
    const oracle = await loadBuiltOracle();
    const isUnknown = async (word: string): Promise<boolean> => {
      const verdict = await oracle.parse(`${word}\n  a\n`);
      return !verdict.renders && verdict.faults[0].message.includes('No diagram type detected');
    };
    const unknown: string[] = [];
    for (const word of headerWords) if (await isUnknown(word)) unknown.push(word);
    assert.deepEqual(unknown, []);
    assert.equal(await isUnknown('sequencediagram'), true);
  });

  it('are offered for what is near, and only for that', () => {
    const near = ['SequenceDiagram', 'flowchar', 'gnatt', 'statediagramv2', 'pei', 'mind map', 'checkout', 'x'];
    assert.deepEqual(
      near.map((word) => findNearest(word, headerWords)),
      ['sequenceDiagram', 'flowchart', 'gantt', 'stateDiagram-v2', 'pie', 'mindmap', undefined, undefined],
    );
  });
});
