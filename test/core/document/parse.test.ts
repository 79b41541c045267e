import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { mapToSource } from '../../../core/document/edits.ts';
import type { Block } from '../../../core/document/model.ts';
import { parseDocument } from '../../../core/document/parse.ts';
import { anyText, troublesomeText } from './documents.ts';
import { assertSound } from './invariants.ts';
import { withEveryLineEnding } from './marked.ts';

const runs = { seed: 7, numRuns: 500 };

/** What a block says, without its places. */
const contentOf = (block: Block): string => JSON.stringify(block, (key, value: unknown) => (isPlace(key) ? '' : value));
const isPlace = (key: string): boolean => ['span', 'lines', 'content', 'info'].includes(key);

describe('reading a document', () => {
  it('never throws, and every span slices to the text it places', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assertSound(parseDocument(text, 'markdown'));
        assertSound(parseDocument(text, 'mermaid'));
      }),
      runs,
    );
  });

  it('notices a span that is one character off', () => {
    const model = parseDocument('```mermaid\npie\n```\n', 'markdown');
    const moved = JSON.parse(JSON.stringify(model).replace('"start":11', '"start":12')) as typeof model;
    assert.throws(() => assertSound(moved));
  });

  it('reads the same from every kind of line ending', () => {
    fc.assert(
      fc.property(troublesomeText, (text) => {
        const [unix, windows, classic] = withEveryLineEnding(text.replaceAll('\r', '\n')).map((variant) => {
          const { blocks, links } = parseDocument(variant, 'markdown');
          return [...blocks.map(contentOf), ...links.map((link) => `${link.kind} ${link.href}`)];
        });
        assert.deepEqual(windows, unix);
        assert.deepEqual(classic, unix);
      }),
      runs,
    );
  });

  it('reads what stands below front matter as if it stood alone', () => {
    fc.assert(
      fc.property(troublesomeText, (text) => {
        // Alone, the text must not begin with front matter or a mark of its own.
        const body = `\n${text}`;
        const alone = parseDocument(body, 'markdown').blocks.map(contentOf);
        const below = parseDocument(`---\na: 1\n---\n${body}`, 'markdown').blocks.map(contentOf);
        assert.deepEqual(below.slice(1), alone);
      }),
      runs,
    );
  });

  it('maps every character of a diagram back to where it was written', () => {
    const diagram = fc
      .tuple(fc.constantFrom('', '- ', '> ', '> - ', '1. > '), troublesomeText)
      .map(([prefix, text]) => {
        const indent = prefix.replace(/[-1.]/g, ' ');
        return `${prefix}\`\`\`mermaid\n${text.replace(/^/gm, indent)}`;
      });
    fc.assert(
      fc.property(diagram, (text) => {
        for (const block of parseDocument(text, 'markdown').blocks) {
          if (block.kind !== 'diagram') continue;
          for (const [offset, character] of block.text.split('').entries()) {
            if (character === '\n' || character === ' ') continue;
            assert.equal(text[mapToSource(block, offset)], character);
          }
        }
      }),
      runs,
    );
  });

  it('keeps its text and its kind', () => {
    assert.equal(parseDocument('a\r\n', 'markdown').text, 'a\r\n');
    assert.equal(parseDocument('pie', 'mermaid').kind, 'mermaid');
    assert.deepEqual(parseDocument('', 'markdown').blocks, []);
  });
});

describe('reading a document beside markdown-it', () => {
  const markdown = new MarkdownIt({ html: true });
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;

  const trimLine = (line: string): string => line.replace(/^[ \t]+|[ \t]+$/g, '');
  const trimmed = (text: string): string => text.replace(/\n$/, '').split('\n').map(trimLine).join('\n');
  const inlines = (tokens: readonly Token[]): Token[] => tokens.flatMap((token) => [token, ...(token.children ?? [])]);

  function theirBlocks(tokens: readonly Token[]): string[] {
    let cells: string[] = [];
    return tokens.flatMap((token, index) => {
      if (token.type === 'table_open') cells = [];
      if (token.type === 'inline') cells.push(token.content);
      if (token.type === 'table_close') return [`table ${cells.join('¦')}`];
      const next = tokens[index + 1]?.content ?? '';
      if (token.type === 'paragraph_open') return [`text ${trimmed(next)}`];
      if (token.type === 'heading_open') return [`${token.tag} ${trimmed(next)}`];
      if (token.type === 'html_block') return [`html ${trimmed(token.content)}`];
      const isCode = token.type === 'fence' || token.type === 'code_block';
      return isCode ? [`code ${token.content.replace(/\n$/, '')}`] : [];
    });
  }

  function ourBlock(block: Block): string {
    switch (block.kind) {
      case 'table':
        return `table ${[block.header, ...block.rows].flatMap((row) => row.cells.map((cell) => cell.text)).join('¦')}`;
      case 'heading':
        return `h${block.level} ${block.text}`;
      case 'diagram':
      case 'code':
        return `code ${block.text}`;
      case 'html':
      case 'comment':
        return `html ${trimmed(block.text)}`;
      case 'text':
        return `text ${block.text}`;
      case 'front-matter':
        return 'front matter';
    }
  }

  const isForMarkdownIt = (text: string): boolean =>
    // It knows no front matter, marks or containers, keeps \0 out, and takes a line ending after `\` into a definition.
    !/^(?:---|\+\+\+|\uFEFF)|:::|\0|\\\r?\n|\\\r/.test(text);

  it('finds the same blocks with the same texts', () => {
    fc.assert(
      fc.property(troublesomeText.filter(isForMarkdownIt), (text) => {
        const ours = parseDocument(text, 'markdown').blocks.map(ourBlock);
        assert.deepEqual(ours, theirBlocks(markdown.parse(text, {})));
      }),
      runs,
    );
  });

  it('finds the same links and images', () => {
    fc.assert(
      fc.property(troublesomeText.filter(isForMarkdownIt), (text) => {
        const { links } = parseDocument(text, 'markdown');
        const isTag = ({ span }: { span: { start: number } }): boolean =>
          /^<(?:a|img)[\s/]/.test(text.slice(span.start));
        const ours = links.filter((link) => !isTag(link)).map((link) => `${link.kind} ${link.href}`);
        const theirs = inlines(markdown.parse(text, {})).flatMap((token) => {
          if (token.type === 'link_open') return [`link ${token.attrGet('href')}`];
          return token.type === 'image' ? [`image ${token.attrGet('src')}`] : [];
        });
        assert.deepEqual(ours.sort(), theirs.sort());
      }),
      runs,
    );
  });
});
