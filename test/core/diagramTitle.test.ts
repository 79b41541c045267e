/** What diagrams are called, and which of their nodes live in which plane, as a checked document says it. */
import assert from 'node:assert/strict';
import { ownTitle } from '../../core/diagramTitle.ts';
import { checkText } from '../support/checkText.ts';

const fenced = (text: string): string => `\`\`\`mermaid\n${text}\n\`\`\`\n`;

describe('the title of a diagram', () => {
  it('is the one it gives itself: the accessible one, else the one it shows', () => {
    assert.equal(ownTitle('flowchart LR\n  accTitle: How an order travels\n  a --> b'), 'How an order travels');
    assert.equal(ownTitle('pie title Monthly bill\n  "Compute" : 60'), 'Monthly bill');
    assert.equal(ownTitle('gantt\n  title Release 4\n  accTitle: The fourth release'), 'The fourth release');
    assert.equal(ownTitle('---\ntitle: "Berths"\n---\nflowchart LR\n  a --> b'), 'Berths');
    assert.equal(ownTitle('flowchart LR\n  a --> b'), '');
  });

  it('is not a node that is called title', async () => {
    const { diagrams } = await checkText(fenced('flowchart LR\n  title --> b'));
    assert.equal(diagrams[0]?.title, undefined);
  });

  it('is else the heading it stands under, as a reader sees it', async () => {
    const text = [
      fenced('flowchart LR\n  a --> b'),
      '## The *harbour* at [night](x.md)',
      'Words.',
      fenced('flowchart LR\n  c --> d'),
      fenced('flowchart LR\n  accTitle: Tides\n  e --> f'),
      '# Fees',
      fenced('flowchart LR\n  g --> h'),
    ].join('\n\n');
    const { diagrams } = await checkText(text);
    assert.deepEqual(
      diagrams.map(({ title }) => title),
      [undefined, 'The harbour at night', 'Tides', 'Fees'],
    );
  });

  it('is found in linear time, however many blanks follow the word', () => {
    const blanks = `title${' '.repeat(200_000)}\n`.repeat(3);
    assert.equal(ownTitle(`unknown\n${blanks}accTitle:${' '.repeat(200_000)}`), '');
  });
});

describe('the planes of a diagram', () => {
  it('are told with their colours and nodes, in the planes’ order', async () => {
    const text = fenced(
      [
        'flowchart LR',
        '  subgraph State',
        '    db[(Orders, 12 GB)]',
        '  end',
        '  subgraph Edge',
        '    cdn[CDN] --> waf[WAF]',
        '  end',
        '  waf --> db',
      ].join('\n'),
    );
    const { diagrams } = await checkText(text);
    assert.deepEqual(diagrams[0]?.planes, [
      { name: 'edge', fill: '#3B82F6', nodes: ['cdn', 'waf'] },
      { name: 'state', fill: '#F59E0B', nodes: ['db'] },
    ]);
  });

  it('are not told of what is no architecture', async () => {
    const { diagrams } = await checkText(fenced('flowchart LR\n  start --> stop'));
    assert.equal(diagrams[0]?.planes, undefined);
  });
});
