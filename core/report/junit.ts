/** The JUnit report, which build servers read: a suite for each document, a case for each of its gates. */
import { LineTable } from '../document/lines.ts';
import { severities } from '../model.ts';
import type { Finding, FindingGate } from '../model.ts';
import type { ReportedDocument } from './json.ts';
import { escapeMarkup as escape } from './markup.ts';
import type { ReportedRun } from './run.ts';
import { describeFinding } from './text.ts';

interface Case {
  readonly name: string;
  readonly isSkipped: boolean;
  /** As severe as fails the run. */
  readonly failures: readonly Finding[];
  readonly others: readonly Finding[];
}

/** A case fails exactly when its findings fail the run; milder ones stand in its output. A gate that does not apply is skipped. */
export function toJunitReport({ documents, ms, failOn }: ReportedRun): string {
  const worst = severities.indexOf(failOn);
  const suites = documents.map((document) => ({ document, cases: casesOf(document, worst) }));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="diagram-gates" ${counts(all)} time="${(ms / 1000).toFixed(3)}">`,
    ...suites.flatMap(({ document, cases }) => [
      `  <testsuite name="${escape(document.path)}" ${counts(cases)} errors="0">`,
      ...cases.flatMap((each) => describeCase(document, each)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

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

const counts = (cases: readonly Case[]): string =>
  `tests="${cases.length}" failures="${cases.filter(({ failures }) => failures.length > 0).length}" ` +
  `skipped="${cases.filter(({ isSkipped }) => isSkipped).length}"`;

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
