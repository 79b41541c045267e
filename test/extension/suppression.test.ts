import assert from 'node:assert/strict';
import { applyEdits } from '../../core/document/edits.ts';
import type { CheckedDiagram, CheckedDocument, DocumentKind, Span } from '../../core/model.ts';
import { suppressionsOf } from '../../extension/suppression.ts';
import type { CommentStyle } from '../../extension/suppression.ts';
import { findingAt } from '../support/findings.ts';

/** A page as checked; `first` to `last` are the 0-based lines of its diagram's content, `prefix` what stands before each. */
const pageWith = (text: string, kind: DocumentKind, first: number, last: number, prefix = ''): CheckedDocument => {
  const lines: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.replace(/\r$/, '').length;
    lines.push({ start, end });
    start += line.length + 1;
  }
  const content = lines.slice(first, last + 1).map(({ start, end }) => ({ start: start + prefix.length, end }));
  const whole = kind === 'mermaid' ? { start: 0, end: text.length } : spanOfLines(lines, first - 1, last + 1);
  const diagram: CheckedDiagram = {
    span: whole,
    text: content.map((span) => text.slice(span.start, span.end)).join('\n'),
    lines: content,
    key: 'key',
    type: undefined,
    renders: false,
    architecture: false,
  };
  return { uri: 'file:///p.md', version: 1, kind, diagrams: [diagram], findings: [], gates: [], score: undefined };
};

const spanOfLines = (lines: readonly Span[], first: number, last: number): Span => ({
  start: lines[first]!.start,
  end: lines[last]!.end,
});

/** The texts after each suppression offered at `word`. */
const suppress = (checked: CheckedDocument, text: string, word: string, style: CommentStyle = 'html'): string[] => {
  const start = text.indexOf(word);
  const finding = findingAt({ start, end: start + word.length });
  return suppressionsOf(text, checked, finding, style).map(({ edit }) => applyEdits(text, [edit]));
};

const page = '# Title\n\nSome text\n\n```mermaid\nflowchart TD\n  A[x (y)]\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';

describe('switching a finding off', () => {
  it('stands above the line inside a diagram, indented as the line', () => {
    const [line] = suppress(pageWith(page, 'markdown', 5, 6), page, '(y)');
    assert.equal(line, page.replace('  A[', '  %% diagram-gates-disable-next-line unquoted-label\n  A['));
  });

  it('stands inside the quote a diagram stands in', () => {
    const text = '> ```mermaid\n> flowchart TD\n>   A[x (y)]\n> ```\n';
    const [line] = suppress(pageWith(text, 'markdown', 1, 2, '> '), text, '(y)');
    assert.equal(line, text.replace('>   A[', '>   %% diagram-gates-disable-next-line unquoted-label\n>   A['));
  });

  it('joins a comment that is there already', () => {
    const text = 'flowchart TD\n%% diagram-gates-disable-next-line plane-wrong -- on purpose\n  A[x (y)]\n';
    const [line] = suppress(pageWith(text, 'mermaid', 0, 2), text, '(y)');
    assert.equal(line, text.replace('plane-wrong', 'plane-wrong unquoted-label'));
  });

  it('keeps the line endings of the file', () => {
    const text = 'flowchart TD\r\n  A[x (y)]\r\n';
    const [line] = suppress(pageWith(text, 'mermaid', 0, 1), text, '(y)');
    assert.equal(line, 'flowchart TD\r\n  %% diagram-gates-disable-next-line unquoted-label\r\n  A[x (y)]\r\n');
  });

  it('stands above the whole diagram when no comment may stand above the line', () => {
    const text = '# T\n\n```mermaid\n---\ntitle: (y)\n---\nflowchart TD\n```\n';
    const [diagram] = suppress(pageWith(text, 'markdown', 3, 6), text, 'title');
    assert.equal(
      diagram,
      text.replace('```mermaid', '<!-- diagram-gates-disable-next-line unquoted-label -->\n```mermaid'),
    );
    const directive = '# T\n\n```mermaid\n%%{init: {\n"theme": "dark"\n}}%%\nflowchart TD\n  A\n```\n';
    const [above, inside] = [suppress, suppress].map(
      (offer, index) => offer(pageWith(directive, 'markdown', 3, 7), directive, index === 0 ? '"theme"' : '  A')[0],
    );
    assert.match(above ?? '', /-->\n```mermaid/);
    assert.match(inside ?? '', /%% diagram-gates-disable-next-line unquoted-label\n {2}A/);
  });

  it('stands at the end of a line of text, before a hard line break', () => {
    const text = page.replace('Some text', 'Some text  ');
    const [line] = suppress(pageWith(text, 'markdown', 5, 6), text, 'Some');
    assert.equal(line, text.replace('Some text  ', 'Some text <!-- diagram-gates-disable-line unquoted-label -->  '));
  });

  it('stands above a table, in which no comment fits', () => {
    const [table] = suppress(pageWith(page, 'markdown', 5, 6), page, '2 |');
    assert.equal(table, page.replace('| a', '<!-- diagram-gates-disable-next-line unquoted-label -->\n| a'));
    const [header] = suppress(pageWith(page, 'markdown', 5, 6), page, 'a |');
    assert.equal(header, table);
  });

  it('is offered for the file, after front matter', () => {
    const text = `---\ntitle: x\n---\n${page}`;
    const [, file] = suppress(pageWith(text, 'markdown', 8, 9), text, 'Some');
    assert.equal(file, text.replace('# Title', '<!-- diagram-gates-disable-file unquoted-label -->\n# Title'));
  });

  for (const [what, matter] of [
    ['YAML that ends with dots', '---\nlayout: page\n...\n'],
    ['TOML', '+++\nlayout = "page"\n+++\n'],
    ['a byte order mark', '\uFEFF'],
    ['a byte order mark and YAML', '\uFEFF---\nlayout: page\n---\n'],
  ] as const) {
    it(`is offered for the file, after ${what}`, () => {
      const text = `${matter}${page}`;
      const first = text.split('\n').indexOf('flowchart TD');
      const file = suppress(pageWith(text, 'markdown', first, first + 1), text, 'Some').at(-1);
      assert.equal(file, `${matter}<!-- diagram-gates-disable-file unquoted-label -->\n${page}`);
    });
  }

  it('is offered for the file on a line of its own, where the front matter is all there is', () => {
    const text = '---\nlayout: page\n---';
    const checked = { ...pageWith(page, 'markdown', 5, 6), diagrams: [] };
    const file = suppress(checked, text, 'page').at(-1);
    assert.equal(file, `${text}\n<!-- diagram-gates-disable-file unquoted-label -->\n`);
  });

  it('is offered for the file only in code and in front matter', () => {
    const text = '---\ntitle: x\n---\n\n```sh\nrun it\n```\n\n```mermaid\nflowchart TD\n```\n';
    assert.equal(suppress(pageWith(text, 'markdown', 9, 9), text, 'run it').length, 1);
    assert.equal(suppress(pageWith(text, 'markdown', 9, 9), text, 'title').length, 1);
  });

  it('is written as MDX wants it', () => {
    const [line, file] = suppress(pageWith(page, 'markdown', 5, 6), page, 'Some', 'mdx');
    assert.match(line ?? '', /Some text \{\/\* diagram-gates-disable-line unquoted-label \*\/\}\n/);
    assert.match(file ?? '', /^\{\/\* diagram-gates-disable-file unquoted-label \*\/\}\n/);
  });
});
