import assert from 'node:assert/strict';
import { parseDocument } from '../../../core/document/parse.ts';
import { countUnits } from '../../../core/gates/visual/facts/units.ts';

/** Visual and text units of a Markdown page. */
function count(text: string): readonly [visual: number, text: number] {
  const units = countUnits({ model: parseDocument(text, 'markdown'), diagrams: [] });
  return [units.visual, units.text];
}

const letters = (length: number): string => 'x'.repeat(length);

describe('units', () => {
  it('are one for each line of a diagram that is not blank, without its fence', () => {
    assert.deepEqual(count('```mermaid\npie\n\n  "a" : 1\n   \n```\n'), [2, 0]);
  });

  it('are one for each row of a table, the header included', () => {
    assert.deepEqual(count('| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n'), [3, 0]);
  });

  it('are ten for an image, whose own characters are no text', () => {
    assert.deepEqual(count('![a picture](picture.png)\n'), [10, 0]);
    assert.deepEqual(count(`![a picture](picture.png) ${letters(80)}\n`), [10, 2]);
    assert.deepEqual(count('<p><img src="picture.png"></p>\n'), [10, 1]);
  });

  it('are the characters of a paragraph, item or quote divided by 80, rounded up', () => {
    assert.deepEqual(count(`${letters(80)}\n`), [0, 1]);
    assert.deepEqual(count(`${letters(81)}\n`), [0, 2]);
    assert.deepEqual(count(`${letters(40)}\n${letters(39)}\n`), [0, 1]);
    assert.deepEqual(count('- one\n- two\n  - three\n'), [0, 3]);
    assert.deepEqual(count('> one\n>\n> two\n'), [0, 2]);
  });

  it('are those of HTML, too, unless it holds a heading', () => {
    assert.deepEqual(count(`<div>${letters(75)}</div>\n`), [0, 2]);
    assert.deepEqual(count('<div><h2>Title</h2></div>\n'), [0, 0]);
  });

  it('are none for headings, code, front matter, comments, definitions and blank lines', () => {
    const page = `---\ntitle: ${letters(90)}\n---\n\n# ${letters(90)}\n\n\`\`\`sh\nls\n\`\`\`\n\n    indented\n\n<!-- ${letters(90)} -->\n\n[a]: https://example.org\n\n\n`;
    assert.deepEqual(count(page), [0, 0]);
  });
});
