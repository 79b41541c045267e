/** The report on a set of pages in each of its formats. */
import type { SetPart } from './completeness.ts';
import type { GoalResult } from './goals.ts';
import { measureWords, nameGoal, reachedShare, stateWords } from './goalWords.ts';
import type { SetCounts, SetReport } from './set.ts';
import { wordsOf } from '../gates/words.ts';
import { escapeMarkdown, escapeMarkup } from './markup.ts';
import { historyCharts } from './historyChart.ts';
import { htmlPage } from './htmlPage.ts';

export const setReportFormats = ['text', 'json', 'markdown', 'html', 'csv'] as const;
export type SetReportFormat = (typeof setReportFormats)[number];

/** The report in words of `format`; ends with a newline. */
export const writeSetReport = (format: SetReportFormat, report: SetReport): string => writers[format](report);

const writers: Readonly<Record<SetReportFormat, (report: SetReport) => string>> = {
  text: toText,
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  markdown: toMarkdown,
  html: toHtml,
  csv: toCsv,
};

const percent = (value: number | null): string => (value === null ? '' : `${value} %`);
const share = (ratio: number | null): string => (ratio === null ? '' : `${Math.round(100 * ratio)} %`);
const shownShare = ({ visualRatio }: SetCounts): string => share(visualRatio);
const titleOf = (id: Parameters<typeof wordsOf>[0]): string => wordsOf(id)?.title ?? id;
const passedShare = (pass: number, fail: number): string =>
  pass + fail === 0 ? '' : `${Math.round((100 * pass) / (pass + fail))} %`;

const historyTitle = 'History';

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What every format shows. */
function tablesOf({ whole, goals, parts, folders, worst, history = [] }: SetReport): readonly Table[] {
  const gates = whole.gates.map(({ id, pass, fail, notApplicable }) => [
    titleOf(id),
    pass,
    fail,
    notApplicable,
    passedShare(pass, fail),
  ]);
  const places = folders.map((each) => [
    each.path,
    each.documents,
    each.diagrams,
    each.broken,
    shownShare(each),
    percent(each.score),
  ]);
  const pages = worst.map(({ path, score, failed, errors, warnings }) => [
    path,
    percent(score),
    failed.map(titleOf).join(', '),
    errors,
    warnings,
  ]);
  return [
    {
      title: 'Goals',
      head: ['Goal', 'what', 'have', 'want', 'reached', 'due', 'state'],
      rows: goals.flatMap(goalRows),
    },
    {
      title: 'Completeness',
      head: ['Part', 'kind', 'pages', 'required diagrams', 'broken diagrams', 'bad links', 'complete', 'lacking'],
      rows: parts.map(partRow),
    },
    { title: 'Gates', head: ['Gate', 'pass', 'fail', 'does not apply', 'passed'], rows: gates },
    { title: 'Folders', head: ['Folder', 'pages', 'diagrams', 'broken', 'shown', 'score'], rows: places },
    {
      title: historyTitle,
      head: ['Day', 'commit', 'pages', 'diagrams', 'broken', 'tables', 'score', 'shown', '3 AM', 'with costs'],
      rows: history.map((point) => [
        point.day,
        point.commit === '' ? 'now' : point.commit.slice(0, 7),
        point.documents,
        point.diagrams,
        point.broken,
        point.tables,
        percent(point.score),
        share(point.visualRatio),
        share(point.threeAmRatio),
        share(point.costRatio),
      ]),
    },
    { title: 'Worst pages', head: ['Page', 'score', 'fails', 'errors', 'warnings'], rows: pages },
  ].filter(({ rows }) => rows.length > 0);
}

/** A row for each figure of a goal. */
const goalRows = (goal: GoalResult): readonly (readonly (string | number)[])[] =>
  goal.measures.map(({ id, have, want, reached }) => [
    nameGoal(goal),
    measureWords[id],
    have ?? '–',
    want,
    `${reachedShare(have, want)} %`,
    goal.due ?? '',
    stateWords[reached && goal.state !== 'upcoming' ? 'reached' : goal.state],
  ]);

const partRow = ({
  kind,
  name,
  pages,
  required,
  broken,
  badLinks,
  complete,
}: SetPart): readonly (string | number)[] => [
  name,
  kind === 'phase' ? 'phase' : 'case study',
  pages,
  required === null ? '' : `${required.found} of ${required.wanted}`,
  broken,
  badLinks,
  complete ? 'yes' : 'no',
  pages === 0 ? 'no page matches' : (required?.lacking.join(', ') ?? ''),
];

function headline({ whole }: SetReport): string {
  const about = [
    ...(whole.incidents === 0 ? [] : [`${whole.incidents} about incidents`]),
    ...(whole.costPages === 0 ? [] : [`${whole.costPages} about costs`]),
  ];
  const parts = [
    `${whole.documents} pages${about.length === 0 ? '' : ` (${about.join(', ')})`}`,
    `${whole.diagrams} diagrams, ${whole.broken} of them broken`,
    `${whole.tables} tables`,
    ...(whole.visualRatio === null ? [] : [`${shownShare(whole)} shown rather than told`]),
    ...(whole.score === null ? [] : [`score ${percent(whole.score)}`]),
  ];
  return parts.join('; ');
}

function toText(report: SetReport): string {
  const tables = tablesOf(report).map(({ title, head, rows }) => {
    const all = [head, ...rows].map((row) => row.map(String));
    const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
    const lines = all.map((row) =>
      row
        .map((cell, column) =>
          typeof rows[0]?.[column] === 'number' ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
    return `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`;
  });
  return `${[...tables, headline(report)].join('\n\n')}\n`;
}

function toMarkdown(report: SetReport): string {
  const tables = tablesOf(report).map(({ title, head, rows }) => {
    const marks = head.map((_, column) => (typeof rows[0]?.[column] === 'number' ? '---:' : '---'));
    const line = (cells: readonly (string | number)[]): string =>
      `| ${cells.map((cell) => escapeMarkdown(String(cell))).join(' | ')} |`;
    return [`## ${title}`, '', line(head), `| ${marks.join(' | ')} |`, ...rows.map(line)].join('\n');
  });
  return `${['# Diagram Gates', headline(report), ...tables].join('\n\n')}\n`;
}

function toHtml(report: SetReport): string {
  const tables = tablesOf(report).map(({ title, head, rows }) => {
    const cell = (value: string | number, column: number): string =>
      column === 0
        ? `<th scope="row">${escapeMarkup(String(value))}</th>`
        : `<td${typeof value === 'number' ? ' class="number"' : ''}>${escapeMarkup(String(value))}</td>`;
    const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
    const heads = head.map((name) => `<th scope="col">${escapeMarkup(name)}</th>`).join('');
    // The picture is for a glance, the table for whoever wants to know.
    const picture = title === historyTitle ? historyCharts(report.history ?? []) : '';
    return `<h2>${title}</h2>\n${picture === '' ? '' : `${picture}\n`}<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
  });
  return htmlPage(`<p>${escapeMarkup(headline(report))}</p>\n${tables.join('\n')}`);
}

/** The folders, one a line, with a column for the pages that pass and fail each gate. */
function toCsv({ whole, folders }: SetReport): string {
  const gates = whole.gates.map(({ id }) => id);
  const head = ['folder', 'pages', 'diagrams', 'broken', 'errors', 'warnings', 'visual_ratio', 'score'];
  const more = ['tables', 'incidents', 'cost_pages', 'three_am_ratio', 'cost_ratio'];
  const rows = folders.map((folder) => {
    const of = (id: string): readonly number[] => {
      const gate = folder.gates.find((each) => each.id === id);
      return [gate?.pass ?? 0, gate?.fail ?? 0];
    };
    const { path, documents, diagrams, broken, errors, warnings, visualRatio, score } = folder;
    return [
      ...[path, documents, diagrams, broken, errors, warnings, visualRatio ?? '', score ?? ''],
      ...gates.flatMap(of),
      ...[folder.tables, folder.incidents, folder.costPages, folder.threeAmRatio ?? '', folder.costRatio ?? ''],
    ];
  });
  const all = [[...head, ...gates.flatMap((id) => [`${id}_pass`, `${id}_fail`]), ...more], ...rows];
  return all.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

/** By RFC 4180; a name that a spreadsheet would take for a formula is kept a text. */
function csvCell(value: string | number): string {
  const cell = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
