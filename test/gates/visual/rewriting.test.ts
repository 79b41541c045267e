/** Lists, paragraphs and steps as tables and diagrams: what they say stays as it was written. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../core/document/edits.ts';
import { parseDocument } from '../../../core/document/parse.ts';
import type { DiagramBlock, TableBlock } from '../../../core/document/model.ts';
import { visualGate } from '../../../core/gates/visual/gate.ts';
import { readSymbols } from '../../../core/mermaid/symbols/read.ts';
import type { Oracle } from '../../../core/ports.ts';
import { loadBuiltOracle } from '../../support/builtOracle.ts';
import { checkText } from '../../support/checkText.ts';

const diagram = '```mermaid\nflowchart LR\n  a --> b\n```\n';
const page = (list: string, lead = 'Recovery steps'): string =>
  `# Cart\n\n${diagram}\n## ${lead}\n\n${list}\n\n## After\n\nMore.\n`;

/** The page after the first fix of the rule; undefined where the rule finds nothing. */
async function rewrite(text: string, alias: string): Promise<string | undefined> {
  const { findings } = await checkText(text, { gates: [visualGate] });
  const fix = findings.find((finding) => finding.alias === alias)?.fixes[0];
  assert.ok(fix === undefined || fix.byHand === true);
  return fix && applyEdits(text, fix.edits);
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}%$.,]+/gu) ?? [];
const decode = (label: string): string =>
  label.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

const piece = fc.constantFrom(
  ...[
    '300 requests/s',
    '40%',
    '5 ms',
    'a|b',
    '`x | y`',
    '**bold**',
    '<b>',
    '"quoted"',
    '#shop',
    'R&D;',
    '10 < 20',
    'x_y',
  ],
  ...[
    'end',
    '[link](b)',
    '(twice)',
    '{}',
    '\\',
    '$5',
    'e.g. this',
    'ä',
    '→',
    '*',
    '- ',
    ': ',
    '. Then',
    'graph',
    '%%',
    '`',
  ],
);
const item = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `Wait ${pieces.join(' ')}`);
const measured = item.map((text) => `${text} in 20 min`);

describe('rewriting what a page tells', function () {
  this.timeout(120_000);
  let oracle: Oracle;
  /** How often something was rewritten: a property that holds of nothing proves nothing. */
  let rewritten = 0;
  beforeEach(() => (rewritten = 0));
  before(async () => {
    oracle = await loadBuiltOracle();
  });

  it('keeps the words of a list in its table, row by row', async () => {
    const named = fc
      .tuple(fc.constantFrom('Cart', '**Pay**', '**Queue:**'), measured)
      .map(([name, text]) => `${name}: ${text}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(measured, named), { minLength: 2, maxLength: 5 }), async (items) => {
        const before = page(items.map((text) => `- ${text}`).join('\n'));
        const after = await rewrite(before, 'figures-in-prose');
        if (after === undefined) return;
        rewritten++;
        const { blocks } = parseDocument(after, 'markdown');
        const table = blocks.find((block): block is TableBlock => block.kind === 'table');
        assert.equal(table?.rows.length, items.length, after);
        const isKeyed = table.header.cells[0]?.text === 'What';
        for (const [index, { cells }] of table.rows.entries()) {
          const shown = cells.map(({ text }) => text);
          const whole = wordsOf(items[index] ?? '');
          const isSplit = isKeyed || wordsOf(shown.join(' ')).length === whole.length;
          assert.deepEqual(wordsOf(isSplit ? shown.join(' ') : (shown[1] ?? '')), whole, after);
        }
        assert.equal(await rewrite(after, 'figures-in-prose'), undefined, 'nothing is left to rewrite');
        assert.ok(after.endsWith('\n\n## After\n\nMore.\n') && after.includes('\n## Recovery steps\n\n|'));
      }),
    );
    assert.ok(rewritten >= 10, `only ${rewritten}`);
  });

  it('keeps the words of steps in their diagram, which Mermaid draws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 3, maxLength: 5 }), async (steps) => {
        const after = await rewrite(
          page(steps.map((text, index) => `${index + 1}. ${text}`).join('\n')),
          'steps-in-prose',
        );
        if (after === undefined) return;
        const drawn = parseDocument(after, 'markdown').blocks.filter(
          (block): block is DiagramBlock => block.kind === 'diagram',
        )[1];
        rewritten++;
        assert.ok(drawn?.closed, after);
        assert.equal((await oracle.parse(drawn.text)).renders, true, drawn.text);
        const labels = readSymbols(drawn.text, 'flowchart-v2')?.nodes.map(({ label }) => decode(label?.text ?? ''));
        assert.deepEqual(labels?.map(wordsOf), steps.map(wordsOf), drawn.text);
      }),
      { numRuns: 200 },
    );
    assert.ok(rewritten >= 10, `only ${rewritten}`);
  });

  it('keeps who says what to whom in a sequence', async () => {
    const said = fc.tuple(fc.constantFrom('Shop', '**Card network**', 'end'), fc.constantFrom('Bank', 'R&D'), item);
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 3, maxLength: 4 }), async (steps) => {
        const list = steps.map(([from, to, text], index) => `${index + 1}. ${from} -> ${to}: ${text}`).join('\n');
        const after = await rewrite(page(list), 'steps-in-prose');
        const drawn = parseDocument(after ?? '', 'markdown').blocks.filter((block) => block.kind === 'diagram')[1];
        if (!drawn?.text.startsWith('sequenceDiagram')) return;
        assert.equal((await oracle.parse(drawn.text)).renders, true, drawn.text);
        rewritten++;
        const symbols = readSymbols(drawn.text, 'sequence');
        assert.deepEqual(
          symbols?.edges.map(({ label }) => wordsOf(decode(label?.text ?? ''))),
          steps.map(([, , text]) => wordsOf(text)),
        );
      }),
      { numRuns: 200 },
    );
    assert.ok(rewritten >= 10, `only ${rewritten}`);
  });

  it('leaves alone what is more than a flat list, and keeps line endings', async () => {
    const lists = [
      '- a: 5 ms\n\n  More.\n- b: 6 ms\n- c: 7 ms',
      '- a: 5 ms\n- b: 6 ms\n  1. 7 ms\n- c: 8 ms',
      '- a: 5 ms\n- b: 6 ms\n  ```\n  7\n  ```\n- c: 8 ms',
    ];
    for (const list of lists) assert.equal(await rewrite(page(list), 'figures-in-prose'), undefined, list);
    const windows = page('- a: 5 ms\n- b: 6 ms\n- c: 7 ms').replaceAll('\n', '\r\n');
    assert.doesNotMatch((await rewrite(windows, 'figures-in-prose')) ?? '\n', /[^\r]\n/);
  });

  it('gives up on a hard line break, which a cell does not have', async () => {
    assert.equal(await rewrite(page('- a: 5 ms  \n  7 ms\n- b: 6 ms'), 'figures-in-prose'), undefined);
  });

  it('reads lists of any length to their end', async () => {
    const list = '- **Cart**: 300 requests/s\n'.repeat(10_000) + '- '.repeat(200) + 'deep\n';
    const long = `${'a: '.repeat(20_000)}\n\n${'9 ms. A '.repeat(8_000)}\n\n1. ${'x -> '.repeat(10_000)}\n2. a\n3. b\n`;
    const { findings } = await checkText(page(`${list}\n\n${long}`), { gates: [visualGate] });
    assert.ok(findings.length > 0);
  }).timeout(60_000);
});
