/** The text report: one line a finding, which people read and problem matchers parse, and a summary. */
import { LineTable } from '../document/lines.ts';
import type { Finding } from '../model.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { RunSums } from './summary.ts';
import { writeWhole } from './writer.ts';
import type { ReportWriter } from './writer.ts';

/** `file:line:column severity id/alias message`; the problem matcher of the manifest parses exactly this. */
export const findingLine = /^(.+):(\d+):(\d+) (error|warning|info) (DG\d{3}\/[a-z0-9-]+) (.+)$/;

export function textWriter(): ReportWriter<ReportedDocument> {
  const sums = new RunSums();
  return {
    begin: '',
    document: (document) => {
      sums.add(document.checked);
      const lines = describeDocument(document);
      return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
    },
    end: (ms) => [`${describeRun(sums, ms)}\n`],
  };
}

/** The report on `documents`, which come in path order; `ms` is how long the whole check took. Ends with a newline. */
export const toTextReport = (documents: readonly ReportedDocument[], ms: number): string =>
  writeWhole(textWriter(), documents, ms);

/** A line for each finding of a document. */
export function describeDocument({ path, text, checked }: ReportedDocument): readonly string[] {
  if (checked.findings.length === 0) return [];
  const lines = new LineTable(text);
  return checked.findings.map((finding) => describeFinding(path, finding, lines));
}

/** The line of a finding; `word` stands where its severity does. */
export function describeFinding(
  path: string,
  { span, severity, rule, alias, message }: Finding,
  lines: LineTable,
  word: string = severity,
): string {
  const { line, column } = placeOf(span, lines);
  return `${path}:${line}:${column} ${word} ${rule}/${alias} ${message.replace(/\s*\n\s*/g, ' ')}`;
}

/** The run in one line. */
export function describeRun(sums: RunSums, ms: number): string {
  const { summary } = sums;
  return [
    describeCounted(sums),
    `${count(summary.errors, 'error')}, ${count(summary.warnings, 'warning')}, ${count(summary.infos, 'info')}`,
    ...describeBaseline(sums),
    ...(summary.score === undefined ? [] : [`score ${summary.score} %`]),
    `${Math.round(ms)} ms`,
  ].join('; ');
}

/** What was checked. */
export function describeCounted({ summary }: RunSums): string {
  const broken = summary.broken === 0 ? '' : `, ${count(summary.broken, 'does not render', 'do not render')}`;
  return `${count(summary.documents, 'document')}, ${count(summary.diagrams, 'diagram')}${broken}`;
}

/** What the baseline hides, so that nobody takes a quiet run for a clean one. */
export function describeBaseline({ baseline: { hidden, gone } }: RunSums): readonly string[] {
  const left = gone === 0 ? '' : `, ${gone} gone from it (take them out with \`baseline --prune\`)`;
  return hidden + gone === 0 ? [] : [`${hidden} in the baseline${left}`];
}

/** `1 fault`, `2 faults`. */
export const count = (many: number, one: string, several = `${one}s`): string =>
  `${many} ${many === 1 ? one : several}`;
