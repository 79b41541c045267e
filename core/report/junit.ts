/** The JUnit report, which build servers read: a suite for each document, a case for each of its gates. */
import { LineTable } from '../document/lines.ts';
import { severities } from '../model.ts';
import type { Finding, FindingGate } from '../model.ts';
import type { ReportedDocument } from './json.ts';
import { escapeMarkup as escape } from './markup.ts';
import { describeFinding } from './text.ts';
import type { ReportWriter, RunFacts } from './writer.ts';

interface Case {
  readonly name: string;
  readonly isSkipped: boolean;
  /** As severe as fails the run. */
  readonly failures: readonly Finding[];
  readonly others: readonly Finding[];
}

/** A case fails exactly when its findings fail the run; milder ones stand in its output. A gate that does not apply is skipped. */
export function junitWriter({ failOn }: Pick<RunFacts, 'failOn'>): ReportWriter<ReportedDocument> {
  const worst = severities.indexOf(failOn);
  const suites: string[] = [];
  let all: Counts = { tests: 0, failures: 0, skipped: 0 };
  return {
    begin: '<?xml version="1.0" encoding="UTF-8"?>\n',
    // The counts of all suites stand before the first.
    document: (document) => {
      const cases = casesOf(document, worst);
      const counted = countCases(cases);
      all = addCounts(all, counted);
      suites.push(describeSuite(document, cases, counted));
      return '';
    },
    end: (ms) => [
      `<testsuites name="diagram-gates" ${describeCounts(all)} time="${(ms / 1000).toFixed(3)}">\n`,
      ...suites,
      '</testsuites>\n',
    ],
  };
}

const describeSuite = (document: ReportedDocument, cases: readonly Case[], counted: Counts): string =>
  [
    `  <testsuite name="${escape(document.path)}" ${describeCounts(counted)} errors="0">`,
    ...cases.flatMap((each) => describeCase(document, each)),
    '  </testsuite>\n',
  ].join('\n');

function casesOf({ checked }: ReportedDocument, worst: number): readonly Case[] {
  const about = (gate: FindingGate): Pick<Case, 'failures' | 'others'> => {
    const findings = checked.findings.filter((finding) => finding.gate === gate);
    const isFailure = ({ severity }: Finding): boolean => severities.indexOf(severity) <= worst;
    return { failures: findings.filter(isFailure), others: findings.filter((finding) => !isFailure(finding)) };
  };
  const gates = checked.gates.map(({ id, verdict }) => {
    const found = about(id);
    const isQuiet = found.failures.length + found.others.length === 0;
    return { name: id, isSkipped: verdict === 'not-applicable' && isQuiet, ...found };
  });
  const configuration = about('configuration');
  const isConfigured = configuration.failures.length + configuration.others.length > 0;
  return isConfigured ? [...gates, { name: 'configuration', isSkipped: false, ...configuration }] : gates;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

const countCases = (cases: readonly Case[]): Counts => ({
  tests: cases.length,
  failures: cases.filter(({ failures }) => failures.length > 0).length,
  skipped: cases.filter(({ isSkipped }) => isSkipped).length,
});

const addCounts = (a: Counts, b: Counts): Counts => ({
  tests: a.tests + b.tests,
  failures: a.failures + b.failures,
  skipped: a.skipped + b.skipped,
});

const describeCounts = ({ tests, failures, skipped }: Counts): string =>
  `tests="${tests}" failures="${failures}" skipped="${skipped}"`;

function describeCase(
  { path, text }: ReportedDocument,
  { name, isSkipped, failures, others }: Case,
): readonly string[] {
  const lines = new LineTable(text);
  const list = (findings: readonly Finding[]): string =>
    escape(findings.map((finding) => describeFinding(path, finding, lines)).join('\n'));
  const opening = `    <testcase name="${name}" classname="${escape(path)}" file="${escape(path)}"`;
  const [first] = failures;
  const content = [
    ...(isSkipped ? ['      <skipped/>'] : []),
    ...(first === undefined
      ? []
      : [
          `      <failure message="${escape(first.message)}" type="${first.rule}/${first.alias}">${list(failures)}</failure>`,
        ]),
    ...(others.length === 0 ? [] : [`      <system-out>${list(others)}</system-out>`]),
  ];
  return content.length === 0 ? [`${opening}/>`] : [`${opening}>`, ...content, '    </testcase>'];
}
