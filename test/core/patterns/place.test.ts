import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { diagramLanguages, languageOf } from '../../../core/document/languages.ts';
import type { DocumentKind } from '../../../core/model.ts';
import { fitPattern, placeAtCursor, placeOfTrigger } from '../../../core/patterns/place.ts';
import type { Page, PatternPlace } from '../../../core/patterns/place.ts';

const isDiagram = (info: string): boolean => diagramLanguages().has(languageOf(info).toLowerCase());

/** A page with the cursor where `|` stands. */
function read(marked: string, kind: DocumentKind = 'markdown'): { readonly page: Page; readonly offset: number } {
  const offset = marked.indexOf('|');
  assert(offset >= 0, 'the cursor is marked');
  return { page: { kind, text: marked.slice(0, offset) + marked.slice(offset + 1), isDiagram }, offset };
}

/** The page after a two-line pattern with a blank line was put into its place; `D` lines for the diagram alone. */
function put(page: Page, place: PatternPlace | undefined): string | undefined {
  if (place === undefined) return undefined;
  const inserted = fitPattern(place, place.target === 'page' ? 'P1\n\nP2' : 'D1\n\nD2');
  return page.text.slice(0, place.span.start) + inserted + page.text.slice(place.span.end);
}

function atCursor(marked: string, kind?: DocumentKind): string | undefined {
  const { page, offset } = read(marked, kind);
  return put(page, placeAtCursor(page, offset));
}

function typed(marked: string, kind?: DocumentKind): string | undefined {
  const { page, offset } = read(marked, kind);
  return put(page, placeOfTrigger(page, offset));
}

describe('the place of a pattern inserted by command', () => {
  it('is the empty page', () => assert.equal(atCursor('|'), 'P1\n\nP2'));

  it('is the blank line of the cursor', () => assert.equal(atCursor('a\n\n|\n\nb'), 'a\n\nP1\n\nP2\n\nb'));

  it('gets blank lines where there are none', () => assert.equal(atCursor('a\n|\nb'), 'a\n\nP1\n\nP2\n\nb'));

  it('is after the paragraph the cursor is in', () => {
    assert.equal(atCursor('on|e\ntwo\n\nthree'), 'one\ntwo\n\nP1\n\nP2\n\nthree');
    assert.equal(atCursor('one\ntwo|'), 'one\ntwo\n\nP1\n\nP2');
  });

  it('is after the table the cursor is in', () => {
    assert.equal(atCursor('x y\n-|-\nz\n\nend'), 'x y\n--\nz\n\nP1\n\nP2\n\nend');
  });

  it('is right after a heading', () => {
    assert.equal(atCursor('## He|re\ntext'), '## Here\n\nP1\n\nP2\n\ntext');
  });

  it('stops before a fence that follows without a blank line', () => {
    assert.equal(atCursor('te|xt\n```sh\nls\n```'), 'text\n\nP1\n\nP2\n\n```sh\nls\n```');
  });

  it('is after the code block, diagram or front matter the cursor is in', () => {
    assert.equal(atCursor('```sh\nl|s\n```\nb'), '```sh\nls\n```\n\nP1\n\nP2\n\nb');
    assert.equal(atCursor('~~~mermaid\npie\n|\n~~~\n'), '~~~mermaid\npie\n\n~~~\n\nP1\n\nP2\n');
    assert.equal(atCursor('---\nti|tle: x\n---\n'), '---\ntitle: x\n---\n\nP1\n\nP2\n');
    assert.equal(atCursor(':::mermaid\np|ie\n:::'), ':::mermaid\npie\n:::\n\nP1\n\nP2');
  });

  it('is inside an empty diagram, and only the diagram goes there', () => {
    assert.equal(atCursor('```mermaid\n|\n```'), '```mermaid\nD1\n\nD2\n```');
    assert.equal(atCursor('```mermaid|\n```'), '```mermaid\nD1\n\nD2\n```');
    assert.equal(atCursor('```mermaid\n  \n|\n\n```\nb'), '```mermaid\nD1\n\nD2\n```\nb');
    assert.equal(atCursor('> ```mermaid\n> |\n> ```'), '> ```mermaid\n> D1\n>\n> D2\n> ```');
    assert.equal(atCursor('- ```mermaid\n  |\n  ```'), '- ```mermaid\n  D1\n\n  D2\n  ```');
  });

  it('closes an empty diagram that nobody closed', () => {
    assert.equal(atCursor('```mermaid\n|'), '```mermaid\nD1\n\nD2\n```');
    assert.equal(atCursor('~~~~mermaid\n|\ntext'), '~~~~mermaid\nD1\n\nD2\n~~~~\ntext');
    assert.equal(atCursor('1. ```mermaid|'), '1. ```mermaid\n   D1\n\n   D2\n   ```');
  });

  it('continues the list item that a blank indented line belongs to', () => {
    assert.equal(atCursor('1. one\n\n   |\n2. two'), '1. one\n\n   P1\n\n   P2\n\n2. two');
    assert.equal(atCursor('- a\n  - b\n\n    |'), '- a\n  - b\n\n    P1\n\n    P2');
    assert.equal(atCursor('- a\n  - b\n\n  |'), '- a\n  - b\n\n  P1\n\n  P2');
  });

  it('leaves stray indentation behind outside lists', () => {
    assert.equal(atCursor('a\n\n    |\n'), 'a\n\nP1\n\nP2\n');
    assert.equal(atCursor('- a\n\nb\n\n  |'), '- a\n\nb\n\nP1\n\nP2');
  });

  it('stays in a quote', () => {
    assert.equal(atCursor('> a\n>|\n> b'), '> a\n>\n> P1\n>\n> P2\n>\n> b');
  });

  it('keeps lines that end with a carriage return apart', () => {
    assert.equal(atCursor('a\r\n\r\n|\r\n\r\nb'), 'a\r\n\r\nP1\n\nP2\r\n\r\nb');
  });

  it('is a Mermaid file without content, and no other', () => {
    assert.equal(atCursor('\n|\n', 'mermaid'), 'D1\n\nD2');
    assert.equal(atCursor('pie\n|', 'mermaid'), undefined);
  });
});

describe('the place of a pattern whose trigger was typed', () => {
  it('replaces the trigger', () => {
    assert.equal(typed('dg-|'), 'P1\n\nP2');
    assert.equal(typed('a\n\ndg-arch|\n\nb'), 'a\n\nP1\n\nP2\n\nb');
    assert.equal(typed('/|'), 'P1\n\nP2');
  });

  it('gets blank lines where there are none', () => assert.equal(typed('a\n/arch|\nb'), 'a\n\nP1\n\nP2\n\nb'));

  it('is the diagram alone in an empty diagram', () => {
    assert.equal(typed('```mermaid\ndg-|\n```'), '```mermaid\nD1\n\nD2\n```');
    assert.equal(typed('```mermaid\n/|'), '```mermaid\nD1\n\nD2\n```');
    assert.equal(typed('> ```mermaid\n> /|\n> ```'), '> ```mermaid\n> D1\n>\n> D2\n> ```');
    assert.equal(typed('  dg-c|', 'mermaid'), '  D1\n\n  D2');
  });

  it('continues a list item and a quote', () => {
    assert.equal(typed('- a\n\n  /|'), '- a\n\n  P1\n\n  P2');
    assert.equal(typed('> a\n> /|\n> b'), '> a\n> \n> P1\n>\n> P2\n>\n> b');
  });

  it('is nowhere else', () => {
    for (const marked of [
      'see /|',
      '- /|',
      '/| more',
      'a-|',
      'xdg-|',
      '| a |/',
      '```sh\n/|\n```',
      '```mermaid\npie\n/|\n```',
      '---\n/|\n---',
      '    /|',
      '2024-|',
    ]) {
      assert.equal(typed(marked), undefined, marked);
    }
    assert.equal(typed('pie\n/|', 'mermaid'), undefined);
  });
});
