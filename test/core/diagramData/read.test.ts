import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { toCsv } from '../../../core/diagramData/csv.ts';
import { dataOf } from '../../../core/diagramData/read.ts';

/** Titles and rows, with `|` between cells. */
function rowsOf(text: string, type: string): readonly string[] {
  const table = dataOf(text, type);
  return table === undefined
    ? []
    : [table.columns.map(({ title }) => title), ...table.rows].map((cells) => cells.join('|'));
}

describe('the data behind a diagram', () => {
  it('is the slices of a pie with their shares', () => {
    assert.deepEqual(
      rowsOf('pie showData\n  title May\n  %% a comment\n  "Compute, #35;1" : 30\n  "Storage" : 10\n', 'pie'),
      ['Slice|Value|Share', 'Compute, #1|30|75.0%', 'Storage|10|25.0%'],
    );
  });

  it('is the tasks of a Gantt chart with their sections', () => {
    const text = 'gantt\n  dateFormat HH:mm\n  section Detect\n  Alert :crit, a, 14:22, 14:26\n  section Repair\n  Roll back :b, after a, 5m\n  Wait :3m\n'; // prettier-ignore
    assert.deepEqual(rowsOf(text, 'gantt'), [
      'Section|Task|Id|From|To or duration',
      'Detect|Alert|a|14:22|14:26',
      'Repair|Roll back|b|after a|5m',
      'Repair|Wait|||3m',
    ]);
  });

  it('is a column for each series of an xychart', () => {
    const text = 'xychart-beta\n  title "Load"\n  x-axis "Month" [jan, "feb, late"]\n  y-axis "Requests/s" 0 --> 100\n  bar "now" [10, 20]\n  line "then" [12, 25]\n'; // prettier-ignore
    assert.deepEqual(rowsOf(text, 'xychart'), [
      'Month|now, Requests/s|then, Requests/s',
      'jan|10|12',
      'feb, late|20|25',
    ]);
    assert.deepEqual(rowsOf('xychart-beta\n  x-axis 0 --> 10\n  line [1, 2, 3]\n', 'xychart'), [
      'Place|Value',
      '1|1',
      '2|2',
      '3|3',
    ]);
  });

  it('is the flows of a sankey diagram', () => {
    assert.deepEqual(rowsOf('sankey-beta\n\n"Gas, LNG",Heat,20.5\nCoal,Heat,4\n', 'sankey'), [
      'From|To|Value',
      'Gas, LNG|Heat|20.5',
      'Coal|Heat|4',
    ]);
  });

  it('is none for what is not drawn from data', () => {
    assert.equal(dataOf('flowchart LR\n  a --> b\n', 'flowchart-v2'), undefined);
    assert.equal(dataOf('pie\n  title Empty\n', 'pie'), undefined);
    assert.equal(dataOf('', undefined), undefined);
  });

  it('is CSV that any reader takes, whatever the names are', () => {
    const cells = fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(cells, (rows) => {
        const csv = toCsv({ columns: [{ title: 'a' }, { title: 'b' }], rows });
        assert.deepEqual(readCsv(csv), [['a', 'b'], ...rows]);
      }),
    );
    assert.equal(toCsv({ columns: [{ title: 'a' }], rows: [['say "x", y']] }), 'a\r\n"say ""x"", y"\r\n');
  });
});

/** RFC 4180, letter by letter. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && text.charAt(at + 1) === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at += 1;
    } else cell += letter;
  }
  return rows;
}
