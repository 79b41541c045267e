/** The text report for a terminal: the same lines in colour, each with the line it speaks of. */
import { LineTable } from '../document/lines.ts';
import type { Finding, Severity } from '../model.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { RunSums } from './summary.ts';
import { count, describeBaseline, describeCounted } from './text.ts';
import type { ReportWriter } from './writer.ts';

const paint = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const [bold, faint, green] = [paint(1), paint(2), paint(32)];
const colours = { error: paint(31), warning: paint(33), info: paint(36) } as const satisfies Record<
  Severity,
  (text: string) => string
>;

/** What is shown of a line at most, in columns, and how much of it stands before the finding. */
const widestFrame = 100;
const frameLead = 30;

export interface Terminal {
  /** How wide it is. */
  readonly columns: number;
  /** Whether lines are broken between words; problem matchers read a finding from one line. */
  readonly isWrapped: boolean;
}

export function terminalWriter(terminal: Terminal): ReportWriter<ReportedDocument> {
  const sums = new RunSums();
  return {
    begin: '',
    document: (document) => {
      sums.add(document.checked);
      return document.checked.findings.length === 0 ? '' : `${describeDocument(document, terminal)}\n`;
    },
    end: (ms) => [`${describeRun(sums, ms)}\n`],
  };
}

function describeDocument({ path, text, checked }: ReportedDocument, terminal: Terminal): string {
  const lines = new LineTable(text);
  return checked.findings.map((finding) => `${describeFinding(path, finding, lines, terminal)}\n`).join('');
}

function describeFinding(path: string, finding: Finding, lines: LineTable, terminal: Terminal): string {
  const { severity, rule, alias, message } = finding;
  const { line, column } = placeOf(finding.span, lines);
  const words = clean(message.replace(/\s*\n\s*/g, ' '));
  const place = `:${line}:${column} `;
  const name = `${rule}/${alias}`;
  const used = widthOf(`${path}${place}${severity} ${name}`);
  const said = terminal.isWrapped ? wrap(words, used, terminal.columns) : ` ${words}`;
  const head = `${bold(path)}${place}${colours[severity](severity)} ${faint(name)}${said}`;
  return [head, ...frame(finding, lines, Math.min(widestFrame, terminal.columns))].join('\n');
}

/** Words that go on behind `used` columns of a line, and further down below its beginning. */
function wrap(words: string, used: number, columns: number): string {
  let wrapped = '';
  let at = used;
  for (const word of words.split(' ')) {
    const width = widthOf(word);
    const isTooLong = at + 1 + width > columns;
    wrapped += isTooLong ? `\n${indent}${word}` : ` ${word}`;
    at = isTooLong ? indent.length + width : at + 1 + width;
  }
  return wrapped;
}
const indent = '    ';

/** The finding's first line with a mark below its place; what does not fit is cut. */
function frame({ span, severity }: Finding, lines: LineTable, width: number): readonly string[] {
  const number = lines.lineAt(span.start);
  const line = lines.span(number);
  const label = String(number + 1);
  const room = Math.max(frameLead, width - label.length - 5);
  const from = Math.max(line.start, span.start - frameLead);
  const before = (from > line.start ? '…' : '') + clean(lines.text.slice(from, span.start));
  const whole = before + clean(lines.text.slice(span.start, line.end));
  const shown = widthOf(whole) > room ? `${cut(whole, room - 1)}…` : whole;
  if (shown.trim() === '') return [];
  const marked = cut(clean(lines.text.slice(span.start, Math.min(span.end, line.end))), room - widthOf(before));
  const mark = colours[severity]('^'.repeat(Math.max(1, widthOf(marked))));
  return [
    faint(`  ${label} │ `) + shown,
    faint(`  ${' '.repeat(label.length)} │ `) + ' '.repeat(widthOf(before)) + mark,
  ];
}

/** What was checked and what was found, in a line each. */
function describeRun(sums: RunSums, ms: number): string {
  const { errors, warnings, infos, score } = sums.summary;
  const found = [
    errors === 0 ? '' : colours.error(bold(count(errors, 'error'))),
    warnings === 0 ? '' : colours.warning(count(warnings, 'warning')),
    infos === 0 ? '' : colours.info(count(infos, 'info')),
  ].filter((part) => part !== '');
  const verdict = found.length === 0 ? green('✓ nothing found') : found.join(', ');
  const took = ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
  const rest = [...describeBaseline(sums), ...(score === undefined ? [] : [`score ${score} %`]), took];
  return `${describeCounted(sums)}\n${[verdict, ...rest].join(faint(' · '))}`;
}

/** A document's text may not steer the terminal; tabs would move the mark. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

/** Letters of East Asia and pictures take two columns, what is put above or below a letter none. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + columnsOf(character), 0);

const columnsOf = (character: string): number =>
  /^\p{Mn}|\u200d|\ufe0f$/u.test(character) ? 0 : wide.test(character) ? 2 : 1;

const wide =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]$/u;

/** As much of `text` as has room, in whole characters. */
function cut(text: string, room: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += columnsOf(character);
    if (width > room) return text.slice(0, end);
    end += character.length;
  }
  return text;
}
