import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import {
  applyEdits,
  createSpanMapper,
  mapEditToSource,
  mapFromSource,
  mapSpanToSource,
  mapToSource,
} from '../../../core/document/edits.ts';
import type { TextEdit } from '../../../core/model.ts';

const edit = (start: number, end: number, text: string): TextEdit => ({ span: { start, end }, text });

describe('applying edits', () => {
  it('replaces, removes and inserts in one pass', () => {
    const edits = [edit(0, 0, '>'), edit(1, 2, ''), edit(3, 4, 'DD'), edit(5, 5, '<')];
    assert.equal(applyEdits('abcde', edits), '>acDDe<');
  });

  it('keeps the order of insertions at one place', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, 'x'), edit(1, 1, 'y')]), 'axyb');
  });

  it('lets an insertion touch a replacement on either side', () => {
    assert.equal(applyEdits('abc', [edit(1, 1, '('), edit(1, 2, 'B'), edit(2, 2, ')')]), 'a(B)c');
  });

  it('refuses edits that overlap, are unsorted, reversed or outside the text', () => {
    const refused = [
      [edit(0, 2, ''), edit(1, 3, '')],
      [edit(2, 3, ''), edit(0, 1, '')],
      [edit(2, 1, '')],
      [edit(0, 4, '')],
      [edit(-1, 0, '')],
    ];
    for (const edits of refused) assert.throws(() => applyEdits('abc', edits), RangeError);
  });

  it('agrees with applying the edits one by one from the end', () => {
    const cuts = fc.array(fc.nat(30), { maxLength: 8 }).map((list) => list.sort((a, b) => a - b));
    const check = fc.property(cuts, fc.string(), (places, inserted) => {
      const text = 'the quick brown fox jumps over it';
      const edits: TextEdit[] = [];
      for (let at = 0; at + 1 < places.length; at += 2) edits.push(edit(places[at]!, places[at + 1]!, inserted));
      let expected = text;
      for (const { span } of edits.toReversed()) {
        expected = expected.slice(0, span.start) + inserted + expected.slice(span.end);
      }
      assert.equal(applyEdits(text, edits), expected);
    });
    fc.assert(check, { seed: 1, numRuns: 200 });
  });
});

describe('mapping to the source', () => {
  // > graph TD
  // >   A-->B
  const source = '> graph TD\r\n>   A-->B\r\n';
  const block = {
    text: 'graph TD\n  A-->B',
    lines: [
      { start: 2, end: 10 },
      { start: 14, end: 21 },
    ],
  };

  it('finds a character of any line', () => {
    for (const offset of Array.from(block.text, (_, index) => index)) {
      if (block.text[offset] !== '\n') assert.equal(mapFromSource(block, mapToSource(block, offset)), offset);
    }
    assert.equal(mapFromSource(block, 0), undefined, 'in front of the block');
    assert.equal(source[mapToSource(block, block.text.indexOf('T'))], 'T');
    assert.equal(source[mapToSource(block, block.text.indexOf('B'))], 'B');
  });

  it('maps the end of a line to the end of that line', () => {
    assert.equal(mapToSource(block, 8), 10);
    assert.equal(mapToSource(block, 16), 21);
  });

  it('maps the start of a line behind its prefix', () => {
    assert.equal(mapToSource(block, 9), 14);
  });

  it('keeps offsets outside the text at its nearest end', () => {
    assert.equal(mapToSource(block, -5), 2);
    assert.equal(mapToSource(block, 99), 21);
  });

  it('maps a span across lines by its start and its end', () => {
    const mapSpan = createSpanMapper(block);
    for (let start = 0; start <= block.text.length + 1; start++) {
      for (let end = start - 1; end <= block.text.length + 1; end++) {
        assert.deepEqual(mapSpan({ start, end }), mapSpanToSource(block, { start, end }), `${start}-${end}`);
      }
    }
    assert.deepEqual(mapSpanToSource(block, { start: 6, end: 12 }), { start: 8, end: 17 });
    assert.deepEqual(mapSpanToSource(block, { start: 3, end: 3 }), { start: 5, end: 5 });
  });

  it('maps a reversed span to its start', () => {
    assert.deepEqual(mapSpanToSource(block, { start: 12, end: 6 }), { start: 17, end: 17 });
  });

  it('maps spaces left of a tab to the first real character', () => {
    const tabbed = {
      text: 'pie\n  "a": 1',
      lines: [
        { start: 10, end: 13 },
        { start: 15, end: 21 },
      ],
    };
    assert.deepEqual(
      [4, 5, 6, 7].map((offset) => mapToSource(tabbed, offset)),
      [15, 15, 15, 16],
    );
  });

  it('maps an empty text to its one empty line', () => {
    assert.equal(mapToSource({ text: '', lines: [{ start: 7, end: 7 }] }, 0), 7);
  });
});

describe('mapping edits to the source', () => {
  /** `source` with the edit made in the text that `parts` take from it line by line. */
  const made = (source: string, parts: readonly string[], change: TextEdit): string => {
    let from = 0;
    const lines = parts.map((part) => {
      const start = source.indexOf(part, from);
      from = start + part.length;
      return { start, end: from };
    });
    return applyEdits(source, [mapEditToSource({ text: parts.join('\n'), lines }, change, source)]);
  };

  it('gives lines it adds the prefix of the quote or list', () => {
    assert.equal(made('> - one\n>   two\n', ['two'], edit(3, 3, '\nthree')), '> - one\n>   two\n>   three\n');
    assert.equal(made('    one\n    two\n', ['one', 'two'], edit(3, 4, '\n\n')), '    one\n    \n    two\n');
  });

  it('gives lines it adds the line ending of the document', () => {
    assert.equal(made('x\r\n> one\r\n', ['one'], edit(0, 0, 'zero\n')), 'x\r\n> zero\r\n> one\r\n');
    assert.equal(made('one', ['one'], edit(3, 3, '\nend')), 'one\nend');
  });

  it('completes the prefix of a blank line that gets a text', () => {
    const source = '- one\n\n  two';
    const block = {
      text: 'one\n\ntwo',
      lines: [
        { start: 2, end: 5 },
        { start: 6, end: 6 },
        { start: 9, end: 12 },
      ],
    };
    const inList = { ...block, text: '\ntwo', lines: block.lines.slice(1) };
    assert.equal(applyEdits(source, [mapEditToSource(inList, edit(0, 0, 'end'), source)]), '- one\n  end\n  two');
  });

  it('leaves an edit alone that adds no line', () => {
    assert.equal(made('> one\n', ['one'], edit(1, 2, 'NN')), '> oNNe\n');
    assert.equal(made('> one\n', ['one'], edit(0, 3, '')), '> \n');
  });
});
