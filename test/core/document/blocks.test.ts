import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Block } from '../../../core/document/model.ts';
import { parseDocument } from '../../../core/document/parse.ts';
import { marked, withEveryLineEnding } from './marked.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

function blocksOf<Kind extends Block['kind']>(text: string, kind: Kind): Of<Kind>[] {
  // The filter leaves blocks of this kind only.
  return parseDocument(text, 'markdown').blocks.filter((block) => block.kind === kind) as Of<Kind>[];
}

describe('headings', () => {
  it('have their block and their content without markers', () => {
    const { text, spans } = marked('«# «One»»\n\n  «###   «Two *x*» ##»  \n\n«#### «C#»»\n\n«##«»»\n');
    const headings = blocksOf(text, 'heading');
    assert.deepEqual(
      headings.flatMap((heading) => [heading.span, heading.content]),
      spans,
    );
    assert.deepEqual(
      headings.map((heading) => [heading.level, heading.text]),
      [
        [1, 'One'],
        [3, 'Two *x*'],
        [4, 'C#'],
        [2, ''],
      ],
    );
  });

  it('may be underlined and take several lines', () => {
    const { text, spans } = marked('> ««One\n>   two»\n> ===»\n\n««Three»\n---»\n');
    const headings = blocksOf(text, 'heading');
    assert.deepEqual(
      headings.flatMap((heading) => [heading.span, heading.content]),
      spans,
    );
    assert.deepEqual(
      headings.map((heading) => [heading.level, heading.text]),
      [
        [1, 'One\ntwo'],
        [2, 'Three'],
      ],
    );
  });

  it('are empty when only closing markers follow', () => {
    const { text, spans } = marked('«##«» ##»\n');
    const [heading] = blocksOf(text, 'heading');
    assert.deepEqual([heading!.span.start, heading!.span.end], [spans[0]!.start, spans[0]!.end]);
    assert.equal(heading!.text, '');
  });
});

describe('running text', () => {
  it('is a paragraph with each line without blanks around it', () => {
    const { text, spans } = marked('  ««one»  \n\t«two»»\n\n««three»»\n');
    const [first, second] = blocksOf(text, 'text');
    assert.deepEqual([first!.span, ...first!.lines, second!.span, ...second!.lines], spans);
    assert.deepEqual([first!.container, first!.depth, first!.text], ['paragraph', 0, 'one\ntwo']);
  });

  it('knows its innermost container and how many lists enclose it', () => {
    const text = 'a\n\n- b\n  - c\n\n    > d\n    > 1. e\n\n> f\n\n- [ ] g\n';
    assert.deepEqual(
      blocksOf(text, 'text').map((block) => [block.text, block.container, block.depth]),
      [
        ['a', 'paragraph', 0],
        ['b', 'list-item', 1],
        ['c', 'list-item', 2],
        ['d', 'quote', 2],
        ['e', 'list-item', 3],
        ['f', 'quote', 0],
        ['[ ] g', 'list-item', 1],
      ],
    );
  });

  it('takes in the lines that go on without their prefix', () => {
    const { text, spans } = marked('> - «one»\n>   «two»\n«three»\n');
    const [block] = blocksOf(text, 'text');
    assert.deepEqual(block!.lines, spans);
    assert.equal(block!.text, 'one\ntwo\nthree');
  });

  it('is not a rule, a definition or a blank line', () => {
    assert.deepEqual(blocksOf('---\n\n[a]: b\n\n   \n', 'text'), []);
  });
});

describe('code', () => {
  it('has its language as written', () => {
    const text = '```YAML title="x"\na: 1\n```\n\n~~~\nx\n~~~\n\n```{.python .numbered}\n```\n\n    indented\n';
    assert.deepEqual(
      blocksOf(text, 'code').map((block) => [block.language, block.text]),
      [
        ['YAML', 'a: 1'],
        ['', 'x'],
        ['python', ''],
        ['', 'indented'],
      ],
    );
  });

  it('has each line at its place when it is indented', () => {
    const { text, spans } = marked('- a\n\n      ««b»\n«»\n      « c»»\n\nd\n');
    const [block] = blocksOf(text, 'code');
    assert.deepEqual([block!.span, ...block!.lines], spans);
    assert.equal(block!.text, 'b\n\n c');
  });
});

describe('HTML and comments', () => {
  it('are told apart: a comment is nothing but comments', () => {
    const comments = ['<!-- x -->', '<!-- x\n\n# y\n-->', '<!-- a --> <!-- b -->  ', '<!-- never closed\n\nx', '<!-->'];
    for (const text of comments) assert.deepEqual(kindsOf(text), ['comment'], text);
    for (const text of ['<!-- x --> y', '<div>\n<!-- x -->\n</div>', '<br>'])
      assert.deepEqual(kindsOf(text), ['html'], text);
  });

  it('have their text without prefixes', () => {
    const { text, spans } = marked('> «<div>\n>   a\n> </div>»\n\n  «<!-- b\n  c -->»\n');
    const blocks = parseDocument(text, 'markdown').blocks;
    assert.deepEqual(
      blocks.map((block) => block.span),
      spans,
    );
    assert.deepEqual(
      blocks.map((block) => 'text' in block && block.text),
      ['<div>\na\n</div>', '<!-- b\nc -->'],
    );
  });

  it('leave Markdown between tags alone', () => {
    assert.deepEqual(kindsOf('<details>\n<summary>x</summary>\n\n```mermaid\npie\n```\n\n</details>\n'), [
      'html',
      'diagram',
      'html',
    ]);
  });
});

describe('link reference definitions', () => {
  it('are spans without their prefixes', () => {
    const { text, spans } = marked('«[a]: x.md»\n«[b]:\n  <y z.md>\n  "title"»\n\n> - «[c]: z.md»\n');
    assert.deepEqual(parseDocument(text, 'markdown').definitions, spans);
    assert.deepEqual(parseDocument(text, 'markdown').blocks, []);
  });
});

describe('front matter', () => {
  it('is YAML between dashes', () => {
    const { text, spans } = marked('«---\n«a: 1\nb: 2»\n---»  \n# x\n');
    const [block] = blocksOf(text, 'front-matter');
    assert.deepEqual([block!.span, block!.content], spans);
    assert.deepEqual(kindsOf(text), ['front-matter', 'heading']);
  });

  it('may end with dots, be TOML, be empty or follow a byte order mark', () => {
    for (const source of [
      '«---\n«a: 1»\n...»\nx',
      '«+++\n«a = 1»\n+++»\nx',
      '«---\n«»---»\nx',
      '\uFEFF«---\n«a: 1»\n---»\nx',
    ]) {
      const { text, spans } = marked(source);
      const [block] = blocksOf(text, 'front-matter');
      assert.deepEqual([block!.span, block!.content], spans, source);
      assert.deepEqual(kindsOf(text), ['front-matter', 'text']);
    }
  });

  it('is only at the top, closed, and of exactly three characters', () => {
    const texts = [
      '\n---\na: 1\n---\n',
      '---\na: 1\n',
      '----\na: 1\n----\n',
      ' ---\na: 1\n---\n',
      '--- x\na: 1\n---\n',
    ];
    for (const text of texts) assert.deepEqual(blocksOf(text, 'front-matter'), [], text);
    assert.deepEqual(blocksOf('+++\na\n---\n', 'front-matter'), []);
  });

  it('does not move what follows it', () => {
    for (const text of withEveryLineEnding('---\na: 1\n---\n\n# Title\n')) {
      const [heading] = blocksOf(text, 'heading');
      assert.equal(text.slice(heading!.content.start, heading!.content.end), 'Title');
    }
  });
});

function kindsOf(text: string): string[] {
  return parseDocument(text, 'markdown').blocks.map((block) => block.kind);
}
