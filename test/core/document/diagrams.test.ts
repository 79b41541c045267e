import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeBlock, DiagramBlock, DocumentModel } from '../../../core/document/model.ts';
import { parseDocument } from '../../../core/document/parse.ts';
import { marked, withEveryLineEnding } from './marked.ts';

const diagramsOf = (model: DocumentModel): DiagramBlock[] => model.blocks.filter((block) => block.kind === 'diagram');
const codeOf = (model: DocumentModel): CodeBlock[] => model.blocks.filter((block) => block.kind === 'code');
const read = (text: string): DiagramBlock[] => diagramsOf(parseDocument(text, 'markdown'));

/** Reads the one diagram of a text marked as: the block, its info, then each line. */
function readMarked(source: string): { diagram: DiagramBlock; marks: ReturnType<typeof marked> } {
  const marks = marked(source);
  const diagrams = read(marks.text);
  assert.equal(diagrams.length, 1);
  const [diagram] = diagrams;
  assert.deepEqual([diagram!.span, diagram!.info, ...diagram!.lines], marks.spans);
  return { diagram: diagram!, marks };
}

describe('a diagram in a fence', () => {
  it('has its block, its info and each of its lines at their exact places', () => {
    const { diagram } = readMarked('Before.\n\n«```«mermaid»\n«graph TD»\n«  A-->B»\n```»\n\nAfter.\n');
    assert.equal(diagram.text, 'graph TD\n  A-->B');
    assert.equal(diagram.closed, true);
    assert.equal(diagram.form, 'fence');
  });

  it('stands where its numbers say', () => {
    const [diagram] = read('a\r\n\r\n```mermaid\r\npie\r\n```\r\n');
    assert.deepEqual(diagram!.span, { start: 5, end: 25 });
    assert.deepEqual(diagram!.info, { start: 8, end: 15 });
    assert.deepEqual(diagram!.lines, [{ start: 17, end: 20 }]);
  });

  it('is read from every way to write the info', () => {
    const infos = [
      'mermaid',
      'mermaid {width=80}',
      'mermaid{width=80}',
      '{.mermaid}',
      '{.mermaid width=80}',
      '{mermaid}',
    ];
    infos.push('{#fig-one .mermaid}', 'mermaid title="x"', ' mermaid ', '\tmermaid', 'Mermaid', 'MERMAID x');
    for (const info of infos) assert.equal(read(`~~~${info}\npie\n~~~\n`).length, 1, info);
  });

  it('is not read from words that only contain the word', () => {
    for (const info of ['', 'mermaids', 'mermaid-example', 'js mermaid', '{.js .mermaid}', 'mermaid.js', '.mermaid']) {
      assert.equal(read(`~~~${info}\npie\n~~~\n`).length, 0, info);
    }
  });

  it('is read from the languages the configuration adds, in any case', () => {
    const text = '```chart\npie\n```\n\n```Graph x\npie\n```\n\n```js\n```\n';
    assert.equal(diagramsOf(parseDocument(text, 'markdown')).length, 0);
    const model = parseDocument(text, 'markdown', { fenceLanguages: ['Chart', 'graph'] });
    assert.equal(diagramsOf(model).length, 2);
    assert.deepEqual(
      codeOf(model).map((code) => code.language),
      ['js'],
    );
  });

  it('is not read from fences without a language, whatever the configuration adds', () => {
    const model = parseDocument('```\npie\n```\n', 'markdown', { fenceLanguages: ['', ' '] });
    assert.equal(diagramsOf(model).length, 0);
  });

  it('leaves blanks around the info out of it', () => {
    readMarked('«~~~  «mermaid title="a  b"»  \n«pie»\n~~~»  \n');
  });

  it('keeps the three backticks of a text inside four', () => {
    const { diagram } = readMarked('«````«mermaid»\n«pie»\n«```»\n````»\n');
    assert.equal(diagram.text, 'pie\n```');
  });

  it('is not read from inside a longer fence', () => {
    const model = parseDocument('````md\n```mermaid\npie\n```\n````\n', 'markdown');
    assert.equal(diagramsOf(model).length, 0);
    assert.equal(codeOf(model)[0]!.text, '```mermaid\npie\n```');
  });

  it('is not read from inside a comment or indented code', () => {
    assert.equal(read('<!--\n```mermaid\npie\n```\n-->\n').length, 0);
    assert.equal(read('    ```mermaid\n    pie\n    ```\n').length, 0);
  });

  it('loses as much indentation as its fence has, and no more', () => {
    const { diagram } = readMarked('  «```«mermaid»\n  «graph TD»\n  «  A-->B»\n «C-->D»\n   ```»\n');
    assert.equal(diagram.text, 'graph TD\n  A-->B\nC-->D');
  });

  it('may be empty: its one empty line stands before the closing fence', () => {
    const { diagram } = readMarked('«```«mermaid»\n«»```»\n');
    assert.equal(diagram.text, '');
  });

  it('keeps blank lines at both ends', () => {
    const { diagram } = readMarked('«```«mermaid»\n«»\n«pie»\n«  »\n```»\n');
    assert.equal(diagram.text, '\npie\n  ');
  });

  it('reaches to the end of the document when it is not closed', () => {
    const { diagram } = readMarked('«```«mermaid»\n«pie»\n«``»\n«»\n«# no heading»»\n');
    assert.equal(diagram.closed, false);
    assert.equal(readMarked('«```«mermaid»«»»').diagram.closed, false);
    assert.equal(readMarked('«```«mermaid»\n«pie»»').diagram.closed, false);
  });

  it('is not closed by a fence of the other kind, a shorter one or one with words', () => {
    for (const line of ['~~~', '``', '``` x', '    ```']) {
      assert.equal(read(`\`\`\`mermaid\npie\n${line}\n`)[0]!.closed, false, line);
    }
  });

  it('interrupts a paragraph', () => {
    readMarked('Text\n«```«mermaid»\n«pie»\n```»\nmore text\n');
  });
});

describe('a diagram in a list or a quote', () => {
  it('loses the indentation of its list item', () => {
    const { diagram } = readMarked('1. Step\n\n   «```«mermaid»\n   «graph TD»\n   «  A-->B»\n   ```»\n');
    assert.equal(diagram.text, 'graph TD\n  A-->B');
  });

  it('may start on the line of the marker', () => {
    readMarked('- «```«mermaid»\n  «pie»\n  ```»\n');
  });

  it('loses the prefixes of quotes', () => {
    const { diagram } = readMarked('> > «```«mermaid»\n> > «graph TD»\n>> «  A-->B»\n> >\u0020«»\n> > ```»\n');
    assert.equal(diagram.text, 'graph TD\n  A-->B\n');
  });

  it('may stand in a quote in a list in a list', () => {
    const { diagram } = readMarked('- a\n  - b\n\n    > «```«mermaid»\n    > «pie»\n    > ```»\n');
    assert.equal(diagram.text, 'pie');
  });

  it('ends unclosed where its container ends', () => {
    const list = readMarked('- «```«mermaid»\n  «pie»\n«»»\nText\n');
    assert.equal(list.diagram.closed, false);
    const quote = readMarked('> «```«mermaid»\n> «pie»»\n```\n');
    assert.equal(quote.diagram.closed, false);
  });

  it('keeps tabs that lie behind the indentation', () => {
    const { diagram } = readMarked('- «```«mermaid»\n  «pie»\n  «\t"a": 1»\n  ```»\n');
    assert.equal(diagram.text, 'pie\n\t"a": 1');
  });

  it('turns a tab that reaches past the indentation into spaces and places the line behind it', () => {
    const { diagram } = readMarked('- «```«mermaid»\n\t«pie»\n\t«\t"a": 1»\n  ```»\n');
    assert.equal(diagram.text, '  pie\n  \t"a": 1');
  });
});

describe('a diagram in a container', () => {
  it('goes from three colons to three colons', () => {
    const { diagram } = readMarked('Text\n«:::«mermaid»\n«graph TD»\n«  A-->B»\n:::»\nText\n');
    assert.equal(diagram.text, 'graph TD\n  A-->B');
    assert.equal(diagram.form, 'container');
    assert.equal(diagram.closed, true);
  });

  it('takes blanks before the word, more colons, any case and attributes', () => {
    readMarked('«::: «mermaid»\n«pie»\n:::»\n');
    readMarked('«:::::«mermaid»\n«pie»\n«:::»\n::::::»  \n');
    readMarked('«:::  «Mermaid {width=80}»\n«pie»\n:::»\n');
  });

  it('is nothing else: other containers, fewer colons, indented code', () => {
    for (const line of [':::note', '::mermaid', ':::mermaids', ':::', '    :::mermaid', ':::note mermaid']) {
      assert.equal(read(`${line}\npie\n:::\n`).length, 0, line);
    }
  });

  it('is not closed by colons with words', () => {
    const { diagram } = readMarked('«:::«mermaid»\n«pie»\n«::: x»»\n');
    assert.equal(diagram.closed, false);
  });

  it('loses the indentation of its list item and ends with it', () => {
    readMarked('- Step\n  «:::«mermaid»\n  «graph TD»\n  «  A-->B»\n  :::»\n');
    assert.equal(readMarked('- «:::«mermaid»\n  «pie»»\nText\n').diagram.closed, false);
  });

  it('may be empty', () => {
    assert.equal(readMarked('«:::«mermaid»\n«»:::»\n').diagram.text, '');
  });
});

describe('a Mermaid file', () => {
  const readFile = (text: string): DiagramBlock => {
    const model = parseDocument(text, 'mermaid');
    assert.equal(model.blocks.length, 1);
    return diagramsOf(model)[0]!;
  };

  it('is one diagram, its own front matter included', () => {
    const diagram = readFile('---\ntitle: x\n---\npie\n');
    assert.equal(diagram.text, '---\ntitle: x\n---\npie\n');
    assert.equal(diagram.form, 'file');
    assert.equal(diagram.info, undefined);
    assert.deepEqual(diagram.span, { start: 0, end: 21 });
    assert.deepEqual(diagram.lines.at(-2), { start: 17, end: 20 });
    assert.deepEqual(diagram.lines.at(-1), { start: 21, end: 21 });
  });

  it('may be empty', () => {
    assert.deepEqual(readFile('').lines, [{ start: 0, end: 0 }]);
    assert.equal(readFile('').text, '');
  });

  it('has the same text whatever ends its lines', () => {
    for (const text of withEveryLineEnding('pie\n\n  "a": 1\n')) assert.equal(readFile(text).text, 'pie\n\n  "a": 1\n');
  });

  it('leaves a byte order mark out of the diagram', () => {
    const diagram = readFile('\uFEFFpie');
    assert.equal(diagram.text, 'pie');
    assert.deepEqual(diagram.span, { start: 1, end: 4 });
  });
});
