import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readRecords } from '../../../core/sources/records.ts';

/** Each row as its line and its fields. */
function rowsOf(text: string): readonly (readonly [number, Readonly<Record<string, string>>])[] {
  const read = readRecords(text);
  assert(!('problem' in read), JSON.stringify(read));
  return read.flatMap(({ rows }) => rows.map(({ line, fields }) => [line, Object.fromEntries(fields)] as const));
}

describe('records', () => {
  it('are told apart by commas, tabs and semicolons, with quotes and line breaks in cells', () => {
    assert.deepEqual(rowsOf('a,b\r\n"x\r\ny",1\r\n\r\n"say ""z""",2\r\n'), [
      [2, { a: 'x\ny', b: '1' }],
      [5, { a: 'say "z"', b: '2' }],
    ]);
    assert.deepEqual(rowsOf('a\tb\nx, y\t1\n'), [[2, { a: 'x, y', b: '1' }]]);
    assert.deepEqual(rowsOf('a;b\nx;1,5\n'), [[2, { a: 'x', b: '1,5' }]]);
  });

  it('come from every table of a page', () => {
    const page = '# A\n\n| a | b |\n| - | - |\n| **x** | `1` |\n\nWords.\n\n| c | d |\n| - | - |\n| [y](z.md) | 2 |\n';
    assert.deepEqual(rowsOf(page), [
      [5, { a: 'x', b: '1' }],
      [11, { c: 'y', d: '2' }],
    ]);
  });

  it('come from the longest list of JSON, with the digits as they are written', () => {
    const text =
      '{"meta": [{"x": 1}],\n "rows": [\n  {"a": {"b": 1.50}, "c": ["p", "q"]},\n  {"a": {"b": 2e3}, "c": null}\n]}';
    assert.deepEqual(rowsOf(text), [
      [3, { 'a.b': '1.50', c: 'p, q' }],
      [4, { 'a.b': '2e3', c: '' }],
    ]);
    assert.deepEqual(rowsOf('{"a": 1}\n\n{"a": 2}\n'), [
      [1, { a: '1' }],
      [3, { a: '2' }],
    ]);
  });

  it('come from YAML, with dates as they are written', () => {
    assert.deepEqual(rowsOf('tasks:\n  - id: a\n    start: 2026-03-01\n  - id: b\n    after: [a, c]\n'), [
      [2, { id: 'a', start: '2026-03-01' }],
      [4, { id: 'b', after: 'a, c' }],
    ]);
    assert.deepEqual(rowsOf('# plan\n- { id: a, days: 3 }\n'), [[2, { id: 'a', days: '3' }]]);
  });

  it('say the line of what they cannot read', () => {
    assert.deepEqual(readRecords('[\n{"a": 1},\n{"a" 2}]'), { problem: 'this is no JSON: colon expected', line: 3 });
    assert.deepEqual(readRecords('- id: a\n- id: "b\n'), {
      problem: 'this is no YAML: Missing closing "quote',
      line: 3,
    });
    assert.deepEqual(readRecords('\n' + '['.repeat(100_000)), {
      problem: 'the JSON is nested too deep to be read',
      line: 2,
    });
    assert.deepEqual(readRecords('Only words.'), {
      problem: 'this is no table: neither CSV nor TSV, JSON, YAML or a table of Markdown',
      line: undefined,
    });
  });
});
