/** What build servers, code scanning and people get: each format from the same documents. */
import assert from 'node:assert/strict';
import { createWriter, reportFormats } from '../../../core/report/formats.ts';
import type { ReportFormat } from '../../../core/report/formats.ts';
import { findingLine } from '../../../core/report/text.ts';
import type { ReportedDocument } from '../../../core/report/json.ts';
import { terminalWriter } from '../../../core/report/terminal.ts';
import type { Terminal } from '../../../core/report/terminal.ts';
import { writeWhole } from '../../../core/report/writer.ts';
import type { RunFacts } from '../../../core/report/writer.ts';
import { findingAt } from '../../support/findings.ts';
import { reported } from '../../support/reported.ts';
import { sarifValidator } from '../../support/sarifSchema.ts';

const text = '# Orders\n\n\tA[Load (fast)] --> B<&\n';
const broken = findingAt({ start: 18, end: 19 }, { message: 'The label contains `(`,\n100 %: quote it.' });
const wordy = findingAt(
  { start: 2, end: 8 },
  { rule: 'DG101', alias: 'text-heavy', gate: 'visual', severity: 'warning', message: 'Draw <b>2</b> | units' },
);
const noted = findingAt(
  { start: 28, end: 33 },
  { rule: 'DG203', alias: 'estimate', gate: 'metrics', severity: 'info', message: 'About' },
);

interface ReportedRun extends RunFacts {
  readonly documents: readonly ReportedDocument[];
  readonly ms: number;
}

const run = (given: Partial<ReportedRun> = {}): ReportedRun => ({
  documents: [
    reported('a & b/orders.md', text, {
      findings: [wordy, broken, noted],
      gates: [
        { id: 'renders', verdict: 'fail', evidence: {} },
        { id: 'visual', verdict: 'fail', evidence: {} },
        { id: 'metrics', verdict: 'pass', evidence: {} },
        { id: 'planes', verdict: 'not-applicable', evidence: {} },
      ],
      score: 33,
    }),
    reported('clean.md', '# Fine\n', { gates: [{ id: 'renders', verdict: 'pass', evidence: {} }], score: 100 }),
  ],
  ms: 1234,
  version: '1.2.3',
  failOn: 'error',
  ...given,
});
function write(format: ReportFormat, given: Partial<ReportedRun> = {}): string {
  const { documents, ms, ...about } = run(given);
  return writeWhole(createWriter(format, about), documents, ms);
}
const toTerminalReport = ({ documents, ms }: ReportedRun, terminal: Terminal): string =>
  writeWhole(terminalWriter(terminal), documents, ms);

describe('every format', () => {
  for (const format of reportFormats) {
    it(`${format} ends with a newline and can tell of a run without documents`, () => {
      assert.match(write(format), /[^\n]\n$/);
      assert.match(write(format, { documents: [] }), /[^\n]\n$/);
    });
  }
});

describe('the SARIF report', () => {
  const isValid = sarifValidator();

  it('is valid by the schema of SARIF 2.1.0, which refuses what is not', () => {
    const log = JSON.parse(write('sarif')) as { runs: { results: { level: string }[] }[] };
    assert.equal(isValid(log), true);
    assert.equal(isValid(JSON.parse(write('sarif', { documents: [] }))), true);
    const [result] = log.runs[0]?.results ?? [];
    if (result !== undefined) result.level = 'loud';
    assert.equal(isValid(log), false);
  });

  it('has the rules that found something, and each result at its place', () => {
    const { runs } = JSON.parse(write('sarif')) as {
      runs: {
        tool: { driver: { semanticVersion: string; rules: { id: string; name: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[] }[];
      }[];
    };
    const [only] = runs;
    assert.equal(only?.tool.driver.semanticVersion, '1.2.3');
    assert.deepEqual(
      only.tool.driver.rules.map(({ id, name }) => `${id}/${name}`),
      ['DG001/syntax', 'DG101/text-heavy', 'DG203/estimate'],
    );
    assert.deepEqual(
      only.results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level]),
      [
        ['DG101', 1, 'warning'],
        ['DG001', 0, 'error'],
        ['DG203', 2, 'note'],
      ],
    );
    assert.deepEqual(only.results[1]?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20%26%20b/orders.md', uriBaseId: 'ROOT', index: 0 },
          region: { startLine: 3, startColumn: 9, endLine: 3, endColumn: 10 },
        },
      },
    ]);
  });

  it('keeps a fingerprint when lines move, and tells equal findings apart', () => {
    const prints = (documents: ReportedRun['documents']): readonly string[] =>
      (
        JSON.parse(write('sarif', { documents })) as {
          runs: { results: { partialFingerprints: Record<string, string> }[] }[];
        }
      ).runs.flatMap(({ results }) => results.map((each) => each.partialFingerprints['diagramGates/v1'] ?? ''));
    const once = prints([reported('a.md', text, { findings: [broken, broken] })]);
    const moved = { ...broken, span: { start: 20, end: 21 } };
    const later = prints([reported('a.md', `\n\n${text}`, { findings: [moved] })]);
    assert.equal(new Set(once).size, 2);
    assert.equal(later[0], once[0]);
  });
});

describe('the annotations for GitHub', () => {
  it('come with the errors first, escaped, and the run at the end', () => {
    assert.equal(
      write('github'),
      [
        '::error file=a & b/orders.md,line=3,endLine=3,col=9,endColumn=10,title=DG001/unquoted-label::The label contains `(`,%0A100 %25: quote it.',
        '::warning file=a & b/orders.md,line=1,endLine=1,col=3,endColumn=9,title=DG101/text-heavy::Draw <b>2</b> | units',
        '::notice file=a & b/orders.md,line=3,endLine=3,col=19,endColumn=24,title=DG203/estimate::About',
        '2 documents, 0 diagrams; 1 error, 1 warning, 1 info; score 67 %; 1234 ms',
        '',
      ].join('\n'),
    );
  });
});

describe('the JUnit report', () => {
  it('has a case for each gate, which fails when the run does, and one for the configuration', () => {
    const found = write('junit');
    assert.equal(
      found,
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="diagram-gates" tests="5" failures="1" skipped="1" time="1.234">
  <testsuite name="a &amp; b/orders.md" tests="4" failures="1" skipped="1" errors="0">
    <testcase name="renders" classname="a &amp; b/orders.md" file="a &amp; b/orders.md">
      <failure message="The label contains \`(\`,
100 %: quote it." type="DG001/unquoted-label">a &amp; b/orders.md:3:9 error DG001/unquoted-label The label contains \`(\`, 100 %: quote it.</failure>
    </testcase>
    <testcase name="visual" classname="a &amp; b/orders.md" file="a &amp; b/orders.md">
      <system-out>a &amp; b/orders.md:1:3 warning DG101/text-heavy Draw &lt;b&gt;2&lt;/b&gt; | units</system-out>
    </testcase>
    <testcase name="metrics" classname="a &amp; b/orders.md" file="a &amp; b/orders.md">
      <system-out>a &amp; b/orders.md:3:19 info DG203/estimate About</system-out>
    </testcase>
    <testcase name="planes" classname="a &amp; b/orders.md" file="a &amp; b/orders.md">
      <skipped/>
    </testcase>
  </testsuite>
  <testsuite name="clean.md" tests="1" failures="0" skipped="0" errors="0">
    <testcase name="renders" classname="clean.md" file="clean.md"/>
  </testsuite>
</testsuites>
`,
    );
    const strict = write('junit', { failOn: 'warning' });
    assert.match(strict, /<testsuites name="diagram-gates" tests="5" failures="2"/);
    const unknown = findingAt({ start: 0, end: 1 }, { gate: 'configuration', message: 'no\u0000control \ud800' });
    const configured = write('junit', { documents: [reported('c.md', text, { findings: [unknown] })] });
    assert.match(configured, /<testcase name="configuration"[^>]*>\n +<failure message="no\ufffdcontrol \ufffd"/);
  });
});

const plain80 = { columns: 80, isWrapped: false };

/** The source line of a terminal's only finding and the one with the mark, without their colours. */
const frameOf = (report: string): readonly string[] => withoutColours(report).split('\n').slice(1, 3);

// eslint-disable-next-line no-control-regex -- colours are control characters
const withoutColours = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

describe('the reports for people', () => {
  it('as Markdown: verdicts by gate, then the documents with findings, nothing in them read as markup', () => {
    assert.equal(
      write('markdown'),
      `# Diagram Gates

2 documents, 0 diagrams; 1 error, 1 warning, 1 info; score 67 %; 1234 ms

| Gate | pass | fail | does not apply | passed |
| --- | ---: | ---: | ---: | ---: |
| Renders | 1 | 1 | 0 | 50 % |
| Visual | 0 | 1 | 0 | 0 % |
| Metrics | 1 | 0 | 0 | 100 % |
| Planes | 0 | 0 | 1 |  |

## a &amp; b/orders.md

33 %, 1 error, 1 warning, 1 info

| Line | | Rule | Finding |
| ---: | --- | --- | --- |
| 1 | warning | \`DG101/text-heavy\` | Draw \\<b\\>2\\</b\\> \\| units |
| 3 | error | \`DG001/unquoted-label\` | The label contains \\\`(\\\`, 100 %: quote it. |
| 3 | info | \`DG203/estimate\` | About |
`,
    );
  });

  it('as Markdown: says how many more there are than fit', () => {
    const many = Array.from({ length: 502 }, () => wordy);
    const found = write('markdown', { documents: [reported('a.md', text, { findings: many })] });
    assert.match(found, /\n\n… and 2 more findings\.\n$/);
  });

  it('as HTML: a page that may load and run nothing, with every text escaped', () => {
    const found = write('html');
    assert.match(found, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    assert.ok(found.includes('<h2>a &amp; b/orders.md</h2>'));
    assert.ok(found.includes('Draw &lt;b&gt;2&lt;/b&gt; | units'));
    assert.ok(!found.includes('clean.md'), 'pages without a finding are only counted');
    assert.ok(found.includes('<meter min="0" max="2" value="1" aria-label="Renders: 1 of 2 pages pass">1/2</meter>'));
  });

  it('on a terminal: coloured lines that a problem matcher reads, each with its place marked', () => {
    const found = toTerminalReport(run(), plain80);
    assert.ok(found.includes('\u001b[31merror\u001b[0m'));
    // eslint-disable-next-line no-control-regex -- colours are control characters
    const plain = found.replace(/\u001b\[\d+m/g, '');
    assert.ok(
      plain.includes(
        'a & b/orders.md:3:9 error DG001/unquoted-label The label contains `(`, 100 %: quote it.\n' +
          '  3 │  A[Load (fast)] --> B<&\n' +
          '    │         ^\n',
      ),
      plain,
    );
  });

  it('on a terminal: no text of a document steers it, and long lines are cut around the place', () => {
    const long = `${'x'.repeat(300)}\u001b[2Jy${'z'.repeat(300)}`;
    const found = toTerminalReport(
      { ...run(), documents: [reported('a.md', long, { findings: [findingAt({ start: 304, end: 305 })] })] },
      { columns: 60, isWrapped: false },
    );
    assert.ok(!found.includes('\u001b[2J'));
    const [line = '', mark = ''] = frameOf(found);
    assert.match(line, /^ {2}1 │ …x{26} \[2Jyz+…$/);
    assert.deepEqual([line.length, mark], [60, `    │ ${' '.repeat(31)}^`]);
  });

  it('on a terminal: lines are broken between words, unless a problem matcher may read them', () => {
    const message = 'Only 53 % of this page is visual (22 of 41 units), less than 80 %: take out 14 units.';
    const documents = [reported('orders.md', 'x', { findings: [findingAt({ start: 0, end: 1 }, { message })] })];
    const headOf = (isWrapped: boolean): readonly string[] =>
      withoutColours(toTerminalReport({ ...run(), documents }, { columns: 60, isWrapped }))
        .split('\n  1 │')[0]
        ?.split('\n') ?? [];
    assert.equal(headOf(false).length, 1);
    assert.match(headOf(false)[0] ?? '', findingLine);
    const lines = headOf(true);
    assert.ok(lines.length > 1 && lines.every((line) => line.length <= 60), lines.join('\n'));
    assert.ok(lines.slice(1).every((line) => /^ {4}\S/.test(line)));
    assert.equal(lines.map((line) => line.trim()).join(' '), headOf(false)[0]);
  });

  it('on a terminal: the mark stands below its place, however wide the letters before it are', () => {
    const text = '  a["日本語 e\u0301 🚀 (fast)"]';
    const start = text.indexOf('(');
    const [line = '', mark = ''] = frameOf(
      toTerminalReport(
        { ...run(), documents: [reported('a.md', text, { findings: [findingAt({ start, end: start + 6 })] })] },
        plain80,
      ),
    );
    assert.equal(line, '  1 │   a["日本語 e\u0301 🚀 (fast)"]');
    // Three letters and a picture take two columns each, the accent none.
    assert.equal(mark, `    │ ${' '.repeat(5 + 6 + 1 + 1 + 1 + 2 + 1)}^^^^^^`);
  });

  it('on a terminal: the summary says in colour what was found, and that nothing was', () => {
    const last = (report: string): readonly string[] => report.trimEnd().split('\n').slice(-2);
    assert.deepEqual(last(toTerminalReport(run(), plain80)), [
      '2 documents, 0 diagrams',
      '\u001b[31m\u001b[1m1 error\u001b[0m\u001b[0m, \u001b[33m1 warning\u001b[0m, \u001b[36m1 info\u001b[0m\u001b[2m · \u001b[0mscore 67 %\u001b[2m · \u001b[0m1.2 s',
    ]);
    assert.deepEqual(last(toTerminalReport({ ...run(), documents: [], ms: 40 }, plain80)), [
      '0 documents, 0 diagrams',
      '\u001b[32m✓ nothing found\u001b[0m\u001b[2m · \u001b[0m40 ms',
    ]);
  });
});
