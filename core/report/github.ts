/** Annotations of GitHub Actions: one workflow command a finding. */
import { LineTable } from '../document/lines.ts';
import { severities } from '../model.ts';
import type { Finding, Severity } from '../model.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import type { ReportedRun } from './run.ts';
import { describeRun } from './text.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

/**
 * The findings as annotations, the errors first: GitHub shows ten of a kind. `toMarkdownReport` has them all, for the
 * summary of the step. Ends with the run in one line.
 */
export function toGithubReport({ documents, ms }: ReportedRun): string {
  const annotations = severities.flatMap((severity) => documents.flatMap((document) => annotate(document, severity)));
  return `${[...annotations, describeRun(documents, ms)].join('\n')}\n`;
}

function annotate({ path, text, checked }: ReportedDocument, severity: Severity): readonly string[] {
  const lines = new LineTable(text);
  return checked.findings
    .filter((finding) => finding.severity === severity)
    .map((finding) => command(path, finding, lines));
}

function command(path: string, { severity, rule, alias, message, span }: Finding, lines: LineTable): string {
  const { line, column, endLine, endColumn } = placeOf(span, lines);
  const place = { file: path, line, endLine, ...(line === endLine ? { col: column, endColumn } : {}) };
  const properties = Object.entries({ ...place, title: `${rule}/${alias}` });
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${commands[severity]} ${written}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
