import assert from 'node:assert/strict';
import type { Finding } from '../../../core/model.ts';
import { toJsonReport } from '../../../core/report/json.ts';
import { findingLine, toTextReport } from '../../../core/report/text.ts';
import { findingAt, replacing } from '../../support/findings.ts';
import { reported } from '../../support/reported.ts';

const text = 'one\r\ntwo\n\u{1F600}three\n';
const two: Finding = findingAt({ start: 5, end: 8 }, { message: 'About\n  two.', fixes: [replacing([5, 8, 'zwei'])] });
const three: Finding = findingAt({ start: 11, end: 17 }, { severity: 'warning', rule: 'DG101', alias: 'text-heavy' });

describe('the JSON report', () => {
  it('counts lines and columns from 1, in UTF-16 units, ends exclusive', () => {
    const { documents } = toJsonReport([reported('a.md', text, { findings: [two, three] })], 3);
    assert.deepEqual(
      documents[0]?.findings.map(({ line, column, endLine, endColumn, fixable }) => [
        line,
        column,
        endLine,
        endColumn,
        fixable,
      ]),
      [
        [2, 1, 2, 4, true],
        [3, 3, 4, 1, false],
      ],
    );
  });

  it('says on which lines a diagram begins and ends, its fences included', () => {
    const diagram = { text: 'x', lines: [], key: 'k', type: undefined, renders: false, architecture: false };
    const { documents } = toJsonReport(
      [
        reported('a.md', text, {
          diagrams: [
            { ...diagram, span: { start: 0, end: 8 } },
            { ...diagram, span: { start: 5, end: 17 }, type: 'pie', renders: true },
          ],
        }),
      ],
      0,
    );
    assert.deepEqual(documents[0]?.diagrams, [
      { line: 1, endLine: 2, type: null, renders: false, architecture: false },
      { line: 2, endLine: 3, type: 'pie', renders: true, architecture: false },
    ]);
  });

  it('sums up over all documents, and means scores over those that have one', () => {
    const diagram = { span: { start: 0, end: 3 }, text: '', lines: [], key: '', type: 'pie', architecture: false };
    const { summary } = toJsonReport(
      [
        reported('a.md', text, { findings: [two, three], score: 50, diagrams: [{ ...diagram, renders: false }] }),
        reported('b.md', text, { score: 83, diagrams: [{ ...diagram, renders: true }] }),
        reported('c.md', text, { findings: [findingAt({ start: 0, end: 1 }, { severity: 'info' })] }),
      ],
      12,
    );
    assert.deepEqual(summary, {
      documents: 3,
      diagrams: 2,
      broken: 1,
      errors: 1,
      warnings: 1,
      infos: 1,
      score: 67,
      ms: 12,
    });
    assert.equal(toJsonReport([reported('c.md', text, {})], 0).summary.score, null);
  });
});

describe('the text report', () => {
  it('has a line a finding, which the problem matcher reads, documents apart, and a summary', () => {
    const report = toTextReport(
      [
        reported('docs/a.md', text, { findings: [two, three] }),
        reported('docs/b.md', text, {}),
        reported('docs/c d.md', text, { findings: [two] }),
      ],
      1234.4,
    );
    assert.equal(
      report,
      'docs/a.md:2:1 error DG001/unquoted-label About two.\n' +
        'docs/a.md:3:3 warning DG101/text-heavy Label contains `(`: put it in quotes.\n' +
        '\n' +
        'docs/c d.md:2:1 error DG001/unquoted-label About two.\n' +
        '\n' +
        '3 documents, 0 diagrams; 2 errors, 1 warning, 0 infos; 1234 ms\n',
    );
    const read = report.split('\n').flatMap((line) => findingLine.exec(line)?.slice(1, 4).join(' ') ?? []);
    assert.deepEqual(read, ['docs/a.md 2 1', 'docs/a.md 3 3', 'docs/c d.md 2 1']);
  });
});
