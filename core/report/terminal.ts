/** The text report for a terminal: the same lines in colour, each with the line it speaks of. Problem matchers read it too. */
import { LineTable } from '../document/lines.ts';
import type { Finding, Severity } from '../model.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import type { ReportedRun } from './run.ts';
import { describeRun } from './text.ts';

const paint = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const [bold, faint] = [paint(1), paint(2)];
const colours = { error: paint(31), warning: paint(33), info: paint(36) } as const satisfies Record<
  Severity,
  (text: string) => string
>;

/** What is shown of a line at most, in UTF-16 units, and how much of it stands before the finding. */
const frameWidth = 100;
const frameLead = 40;

export function toTerminalReport({ documents, ms }: ReportedRun): string {
  const groups = documents.filter(({ checked }) => checked.findings.length > 0).map(describeDocument);
  return [...groups, `${bold(describeRun(documents, ms))}\n`].join('\n');
}

function describeDocument({ path, text, checked }: ReportedDocument): string {
  const lines = new LineTable(text);
  return checked.findings.map((finding) => `${describeFinding(path, finding, lines)}\n`).join('');
}

function describeFinding(path: string, finding: Finding, lines: LineTable): string {
  const { severity, rule, alias, message } = finding;
  const { line, column } = placeOf(finding.span, lines);
  const words = message.replace(/\s*\n\s*/g, ' ');
  const head = `${bold(path)}:${line}:${column} ${colours[severity](severity)} ${faint(`${rule}/${alias}`)} ${clean(words)}`;
  return [head, ...frame(finding, lines)].join('\n');
}

/** The finding's first line with a mark below its place; what is far from it is cut. */
function frame({ span, severity }: Finding, lines: LineTable): readonly string[] {
  const number = lines.lineAt(span.start);
  const line = lines.span(number);
  const from = Math.max(line.start, span.start - frameLead);
  const shown = clean(lines.text.slice(from, Math.min(line.end, from + frameWidth)));
  if (shown.trim() === '') return [];
  const length = Math.max(1, Math.min(span.end, line.end, from + frameWidth) - span.start);
  const label = String(number + 1);
  const mark = colours[severity]('^'.repeat(length));
  return [
    faint(`  ${label} │ `) + shown,
    faint(`  ${' '.repeat(label.length)} │ `) + ' '.repeat(span.start - from) + mark,
  ];
}

/** A document's text may not steer the terminal; tabs would move the mark. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
