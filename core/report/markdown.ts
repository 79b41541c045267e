/** The report as Markdown: for the summary of a CI step, a comment on a pull request, a page of the documentation set. */
import { LineTable } from '../document/lines.ts';
import type { Finding } from '../model.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { escapeMarkdown as escape } from './markup.ts';
import type { ReportedRun } from './run.ts';
import { countFindings, tallyGates, worstFirst } from './tally.ts';
import { describeRun } from './text.ts';

/** A step's summary holds a megabyte; beyond this many findings the list says how many more there are. */
const mostFindings = 500;

/** Verdicts by gate, then the documents with findings, the worst first. Ends with a newline. */
export function toMarkdownReport({ documents, ms }: ReportedRun): string {
  const worst = worstFirst(documents);
  return `${['# Diagram Gates', describeRun(documents, ms), gateTable(documents), ...describeAll(worst)].filter((part) => part !== '').join('\n\n')}\n`;
}

function gateTable(documents: readonly ReportedDocument[]): string {
  const rows = tallyGates(documents).map(({ title, passed, failed, others }) => {
    const share = passed + failed === 0 ? '' : `${Math.round((100 * passed) / (passed + failed))} %`;
    return `| ${title} | ${passed} | ${failed} | ${others} | ${share} |`;
  });
  if (rows.length === 0) return '';
  return ['| Gate | pass | fail | does not apply | passed |', '| --- | ---: | ---: | ---: | ---: |', ...rows].join(
    '\n',
  );
}

function* describeAll(documents: readonly ReportedDocument[]): Iterable<string> {
  let left = mostFindings;
  for (const document of documents) {
    const shown = document.checked.findings.slice(0, left);
    if (shown.length > 0) yield describeDocument(document, shown);
    left -= shown.length;
  }
  const all = documents.reduce((sum, { checked }) => sum + checked.findings.length, 0);
  if (all > mostFindings) yield `… and ${all - mostFindings} more findings.`;
}

function describeDocument({ path, text, checked }: ReportedDocument, shown: readonly Finding[]): string {
  const lines = new LineTable(text);
  const score = checked.score === undefined ? '' : `${checked.score} %, `;
  const rows = shown.map(({ span, severity, rule, alias, message }) => {
    const { line } = placeOf(span, lines);
    return `| ${line} | ${severity} | \`${rule}/${alias}\` | ${escape(message)} |`;
  });
  return [
    `## ${escape(path)}`,
    '',
    `${score}${countFindings(checked.findings)}`,
    '',
    '| Line | | Rule | Finding |',
    '| ---: | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
