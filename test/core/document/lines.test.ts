import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { LineTable } from '../../../core/document/lines.ts';

describe('line table', () => {
  const mixed = new LineTable('ab\r\nc\r\rd\n');

  it('counts one line more than there are line endings', () => {
    assert.equal(new LineTable('').count, 1);
    assert.equal(new LineTable('a').count, 1);
    assert.equal(mixed.count, 5);
  });

  it('leaves line endings out of a line, whichever they are', () => {
    const spans = [0, 1, 2, 3, 4].map((line) => mixed.span(line));
    assert.deepEqual(spans, [
      { start: 0, end: 2 },
      { start: 4, end: 5 },
      { start: 6, end: 6 },
      { start: 7, end: 8 },
      { start: 9, end: 9 },
    ]);
  });

  it('turns offsets into positions and back', () => {
    assert.deepEqual(mixed.positionAt(5), { line: 1, character: 1 });
    assert.equal(mixed.offsetAt({ line: 3, character: 1 }), 8);
  });

  it('puts an offset between \\r and \\n at the end of its line', () => {
    assert.deepEqual(mixed.positionAt(3), { line: 0, character: 2 });
  });

  it('keeps positions and offsets outside the text at its nearest end', () => {
    assert.deepEqual(mixed.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(mixed.positionAt(99), { line: 4, character: 0 });
    assert.equal(mixed.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(mixed.offsetAt({ line: 9, character: 0 }), 9);
    assert.equal(mixed.offsetAt({ line: -1, character: 5 }), 0);
  });

  it('does not end lines at the separators that only JavaScript knows', () => {
    assert.equal(new LineTable('a\u2028b\u2029c\u0085d').count, 1);
  });

  it('finds every offset again, but for those inside a line ending', () => {
    const text = fc.array(fc.constantFrom('a', '\r', '\n', '\r\n', 'é', '😀')).map((parts) => parts.join(''));
    const check = fc.property(text, fc.nat(), (source, seed) => {
      const table = new LineTable(source);
      const offset = seed % (source.length + 1);
      const isInside = source[offset - 1] === '\r' && source[offset] === '\n';
      assert.equal(table.offsetAt(table.positionAt(offset)), isInside ? offset - 1 : offset);
    });
    fc.assert(check, { seed: 1, numRuns: 200 });
  });
});
