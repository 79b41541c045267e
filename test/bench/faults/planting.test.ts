import assert from 'node:assert/strict';
import { dress } from './dressings.ts';
import { lineAt } from './measure.ts';
import { lineNamedIn } from './plainMermaid.ts';
import type { Mutation } from './planting.ts';
import { plant, plantings } from './planting.ts';
import { wordsOf } from './words.ts';

const paren: Mutation = {
  kind: 'paren',
  types: ['flowchart-v2'],
  find: /\[(\w+)\]/g,
  write: '[$1 ⟦(⟧x)]',
  repair: '["$1 (x)"]',
};

describe('planting a fault', () => {
  it('writes each fault, knows its token and what would repair it', () => {
    const valid = 'a[One] --> b[Two]\n';
    const planted = plant(valid, plantings(paren, valid));
    assert.equal(planted.text, 'a[One (x)] --> b[Two (x)]\n');
    assert.deepEqual(planted.tokens, [
      { start: 6, end: 7 },
      { start: 21, end: 22 },
    ]);
    assert.equal(planted.repaired, 'a["One (x)"] --> b["Two (x)"]\n');
  });

  it('leaves the valid text as the repair where none is written, and writes a dollar for two', () => {
    const [dollar] = plantings({ kind: 'k', types: [], find: /12/g, write: '⟦$$12⟧' }, 'a : 12');
    assert.deepEqual(dollar, {
      kind: 'k',
      span: { start: 4, end: 6 },
      text: '$12',
      token: { start: 0, end: 3 },
      repair: '12',
    });
  });

  it('refuses a template without a token', () => {
    assert.throws(() => plantings({ kind: 'k', types: [], find: /a/g, write: 'b' }, 'a'), /marks no token/);
  });
});

describe('a dressing', () => {
  const diagram = 'flowchart LR\n\n  a --> b\n';
  const arrow = { start: diagram.indexOf('-->'), end: diagram.indexOf('-->') + 3 };

  it('keeps the token in its place below front matter and directives', () => {
    for (const name of ['bare', 'front matter and comments', 'long directive'] as const) {
      const { text, place } = dress(diagram, name);
      const { start, end } = place(arrow);
      assert.equal(text.slice(start, end), '-->');
    }
  });

  it('keeps the token in its place inside a list item with CRLF', () => {
    const { text, place, linesAbove, kind } = dress(diagram, 'list item, CRLF');
    const { start, end } = place(arrow);
    assert.equal(text.slice(start, end), '-->');
    assert.equal(kind, 'markdown');
    assert.equal(lineAt(text, start), linesAbove + 3);
    assert.equal(text.split('\r\n')[linesAbove], '   flowchart LR');
  });
});

describe('the line a message names', () => {
  it('is read from either parser and from YAML', () => {
    assert.equal(lineNamedIn('Parse error on line 7:\n...x'), 7);
    assert.equal(lineNamedIn('Parsing failed: Lexer error on line 2, column 3: unexpected'), 2);
    assert.equal(lineNamedIn('bad indentation of a mapping entry (1:19)'), 1);
    assert.equal(lineNamedIn('Cannot read properties of undefined'), undefined);
  });
});

describe('the words of a text', () => {
  it('are the same with and without quotes and entities, and differ when a word is lost', () => {
    assert.equal(wordsOf('a[Cache (12 GB)]'), wordsOf('a["Cache #40;12 GB#41;"]'));
    assert.equal(wordsOf('say "hi"'), wordsOf('say #quot;hi#quot;'));
    assert.notEqual(wordsOf('a[Cache hot]'), wordsOf('a[Cache]'));
  });
});
