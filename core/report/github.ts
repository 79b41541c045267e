/** Annotations of GitHub Actions: one workflow command a finding. */
import { LineTable } from '../document/lines.ts';
import type { Finding, Severity } from '../model.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { RunSums } from './summary.ts';
import { describeRun } from './text.ts';
import type { ReportWriter } from './writer.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

/**
 * The findings as annotations, the errors first: GitHub shows ten of a kind. `markdownWriter` has them all, for the
 * summary of the step. Ends with the run in one line.
 */
export function githubWriter(): ReportWriter<ReportedDocument> {
  const sums = new RunSums();
  const later: Record<Exclude<Severity, 'error'>, string[]> = { warning: [], info: [] };
  return {
    begin: '',
    document: (document) => {
      sums.add(document.checked);
      const { error = '', warning, info } = annotate(document);
      if (warning !== undefined) later.warning.push(warning);
      if (info !== undefined) later.info.push(info);
      return error;
    },
    end: (ms) => [...later.warning, ...later.info, `${describeRun(sums, ms)}\n`],
  };
}

/** A line for each finding, by severity. */
function annotate({ path, text, checked }: ReportedDocument): Partial<Record<Severity, string>> {
  const lines = new LineTable(text);
  const annotations: Partial<Record<Severity, string>> = {};
  for (const finding of checked.findings) {
    annotations[finding.severity] = `${annotations[finding.severity] ?? ''}${command(path, finding, lines)}\n`;
  }
  return annotations;
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
