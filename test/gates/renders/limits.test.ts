/** What is too large for a fixture: diagrams and documents beyond the limits. */
import assert from 'node:assert/strict';
import { limits } from '../../../core/config.ts';
import type { Oracle } from '../../../core/ports.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';
import { brief, checkText } from '../../support/checkText.ts';

describe('beyond the limits', function () {
  // The parser's bundle may have to be built first.
  this.timeout(120_000);
  let oracle: Oracle;

  before(async () => {
    oracle = await loadBuiltOracle();
  });

  const find = async (diagram: string) => {
    const text = `# Large\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
    const { findings, diagrams } = await checkText(text, { deps: { oracle } });
    return {
      findings: brief(text, findings),
      messages: findings.map(({ message }) => message),
      renders: diagrams.map(({ renders }) => renders),
    };
  };

  const edges = (count: number): string =>
    `flowchart LR\n${Array.from({ length: count }, (_, n) => `a${n} --> b${n}`).join('\n')}`;

  it('500 edges pass, 501 are too many', async () => {
    assert.deepEqual(await find(edges(500)), { findings: [], messages: [], renders: [true] });
    assert.deepEqual(await find(edges(501)), {
      findings: ['error too-large «flowchart LR»'],
      messages: ['The diagram is larger than Mermaid draws. It has more than 500 edges; split it into several.'],
      renders: [false],
    });
  });

  it('50,000 characters pass, comments not counted, more do not', async () => {
    const labelled = (letters: number): string => `flowchart LR\n  a["${'x'.repeat(letters)}"]`;
    const frame = labelled(0).length;
    const comments = '%% not drawn\n'.repeat(1000);
    assert.deepEqual(await find(comments + labelled(50_000 - frame)), { findings: [], messages: [], renders: [true] });
    assert.deepEqual(await find(labelled(50_010 - frame)), {
      findings: ['error too-large «flowchart LR»'],
      messages: [
        'The diagram is larger than Mermaid draws. It has more than 50,000 characters; split it into several.',
      ],
      renders: [false],
    });
  });

  it('a document is read up to the limit, and not at all beyond', async () => {
    const end = '\n\n```mermaid\npie\n```\n';
    const long = `# Long\n\n${'word '.repeat((limits.documentLength - 40) / 5)}${end}`;
    assert.equal((await checkText(long)).diagrams.length, 1);
    const { diagrams, findings } = await checkText(long.padEnd(limits.documentLength + 1, '\n'));
    assert.deepEqual([diagrams.length, findings.map(({ alias }) => alias)], [0, ['document-too-large']]);
  });
});
