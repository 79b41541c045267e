/** Names that would become syntax in Mermaid, Markdown or HTML, and what must hold for a page made of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../core/document/parse.ts';
import { loadBuiltOracle } from './builtOracle.ts';

const syntax = [
  'end',
  'end\n',
  'subgraph',
  'constructor',
  '__proto__',
  'toString',
  'class',
  'note over a',
  'title',
  'section x',
  '2026-02-30',
  'default',
  'graph',
  'style a fill:red', // prettier-ignore
  '"',
  "'",
  '`',
  '``` \n',
  '~~~',
  '"]',
  '("x")',
  '{{a}}',
  '[[',
  ']]',
  '|',
  '||',
  '}|',
  '--',
  '-->',
  '<!--',
  '--> x',
  '->>',
  '%%',
  '%%%%{init: {"theme":"dark"}}%%',
  '%%{init: {"theme":"dark"}}%%',
  '%% x', // prettier-ignore
  ';',
  ':',
  '::',
  ':::',
  '#',
  '#35;',
  '#quot;',
  '&lt;',
  '&',
  '<b>',
  '<br/>',
  '<script>alert(1)</script>',
  '<img src=x onerror=y>',
  '@{shape: x}',
  '$x$',
  '$$x$$',
  '\\',
  '\\n',
  '\n',
  '\r\n',
  '\t', // prettier-ignore
  '![a](b)',
  '[a](b)',
  '**',
  '*a*',
  '_',
  '~',
  '---',
  '# x',
  '- x',
  '> x',
  '1. x',
  ',',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '0',
  '-1',
  '10:30',
  'wrap: x',
  'a b',
  'ä',
  '🦊',
  '名前',
  '\u202e',
  '\u0000',
  '\ud800',
  ' ',
  '', // prettier-ignore
];

export const hostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...syntax),
  fc.array(fc.constantFrom(...syntax, 'orders'), { minLength: 2, maxLength: 5 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

/** The names may change what a page says, never what it is made of; and each of its diagrams renders. */
export async function assertHolds(page: string, kinds: readonly string[]): Promise<void> {
  const { blocks, links } = parseDocument(page, 'markdown');
  assert.deepEqual(links, [], page);
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    kinds,
    page,
  );
  const oracle = await loadBuiltOracle();
  for (const block of blocks) {
    if (block.kind !== 'diagram') continue;
    const verdict = await oracle.parse(block.text);
    assert(verdict.renders, `${JSON.stringify(verdict)}\n${block.text}`);
  }
}
