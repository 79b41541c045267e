import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDocument } from '../../../core/document/parse.ts';

const size = 100_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));

/** Texts on which a reader that looks at everything twice per character needs minutes; a linear one, milliseconds. */
const texts: Readonly<Record<string, string>> = {
  'many list items': fill('- item\n'),
  'lists in lists': Array.from({ length: 500 }, (_, line) => `${'  '.repeat(line % 150)}- x\n`).join(''),
  'quotes in quotes': fill(`${'>'.repeat(200)} x\n`),
  'one line of quotes': fill('> '),
  'one line of list markers': fill('- '),
  'one long line': fill('x'),
  'brackets that never close': fill('['),
  'images that never close': `${'!['.repeat(size / 20)}](x)`,
  'links that never close': fill('[a](<'),
  'many links on a line': fill('[a](b) '),
  'many links in a paragraph': fill('[a](b)\n'),
  'many references': `[a]: x\n\n${fill('[a]\n')}`,
  'angle brackets': `[a](b)${fill('<')}`,
  'comments that never close': `<div>\n${fill('<!--')}`,
  'tags that never close': fill('<a b '),
  'fences in a row': fill('```mermaid\n'),
  'containers in a row': fill(':::mermaid\n'),
  'one row of many cells': `|a|\n|-|\n${fill('|')}`,
  'many rows without an end': `|a|\n|-|\n${fill('|x\n')}`,
  'an underlined heading of many lines': `${fill('a\n')}===`,
  'blanks at the ends of lines': fill(`a${' '.repeat(200)}b\n`),
  'carriage returns only': fill('\r'),
  'dashes at the top': `---\n${fill('a: 1\n')}`,
};

describe('reading hostile text', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`takes no more than the test's timeout for ${name}`, () => {
      assert.equal(parseDocument(text, 'markdown').text, text);
    });
  }
});
