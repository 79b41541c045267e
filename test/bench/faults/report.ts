/** Turns what was measured into tables and named figures. */
import type { AcceptedFault } from './accepted.ts';
import type { Measured } from './measure.ts';
import { lineAt } from './measure.ts';
import { dress } from './dressings.ts';
import { groupBy, percent, table } from './table.ts';

/** A named percentage, to be held against its threshold. */
export interface Figure {
  readonly name: string;
  readonly value: number | undefined;
}

const figure = (name: string, part: number, whole: number): Figure => ({
  name,
  value: whole === 0 ? undefined : (100 * part) / whole,
});

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;

export function describeSingles(measured: readonly Measured[]): { text: string; figures: readonly Figure[] } {
  const by = (title: string, key: (one: Measured) => string): string =>
    table([
      [title, 'n', 'line', 'token', 'Mermaid', 'findings', 'fix', 'renders', 'words'],
      ...groupBy(measured, key).map(([name, group]) => row(name, group)),
      row('all', measured),
    ]);
  const fixed = measured.filter(({ fixes }) => fixes);
  return {
    text: [
      by('dressing', ({ dressing }) => dressing),
      by('type', ({ mutant }) => mutant.type),
      by('kind', ({ mutant }) => mutant.kinds[0] ?? ''),
    ].join('\n\n'),
    figures: [
      figure(
        'single faults: line',
        count(measured, ({ line }) => line),
        measured.length,
      ),
      figure(
        'single faults: token',
        count(measured, ({ token }) => token),
        measured.length,
      ),
      figure(
        'single faults: Mermaid line',
        count(measured, ({ mermaidLine }) => mermaidLine),
        measured.length,
      ),
      figure('repair: has a fix', fixed.length, measured.length),
      figure(
        'repair: renders after Fix all',
        count(measured, ({ rendersFixed }) => rendersFixed),
        measured.length,
      ),
      figure(
        'repair: words kept',
        count(fixed, ({ wordsKept, rendersFixed }) => wordsKept && rendersFixed),
        count(fixed, ({ rendersFixed }) => rendersFixed),
      ),
    ],
  };
}

function row(name: string, group: readonly Measured[]): string[] {
  const fixed = group.filter(({ fixes }) => fixes);
  const findings = group.reduce((sum, one) => sum + one.findings.length, 0) / group.length;
  return [
    name,
    String(group.length),
    percent(
      count(group, ({ line }) => line),
      group.length,
    ),
    percent(
      count(group, ({ token }) => token),
      group.length,
    ),
    percent(
      count(group, ({ mermaidLine }) => mermaidLine),
      group.length,
    ),
    findings.toFixed(2),
    percent(fixed.length, group.length),
    percent(
      count(group, ({ rendersFixed }) => rendersFixed),
      group.length,
    ),
    percent(
      count(fixed, ({ wordsKept }) => wordsKept),
      fixed.length,
    ),
  ];
}

export function describeSeveral(measured: readonly Measured[]): { text: string; figures: readonly Figure[] } {
  const planted = (group: readonly Measured[]): number =>
    group.reduce((sum, { mutant }) => sum + mutant.tokens.length, 0);
  const found = (group: readonly Measured[]): number => group.reduce((sum, { linesFound }) => sum + linesFound, 0);
  const findings = (group: readonly Measured[]): number => group.reduce((sum, one) => sum + one.findings.length, 0);
  const several = (name: string, group: readonly Measured[]): string[] => [
    name,
    String(group.length),
    (planted(group) / group.length).toFixed(2),
    (findings(group) / group.length).toFixed(2),
    percent(found(group), planted(group)),
    percent(
      count(group, ({ rendersFixed }) => rendersFixed),
      group.length,
    ),
    percent(
      count(group, ({ wordsKept }) => wordsKept),
      count(group, ({ fixes }) => fixes),
    ),
  ];
  return {
    text: table([
      ['several faults', 'n', 'planted', 'findings', 'lines found', 'renders', 'words'],
      ...groupBy(measured, ({ mutant }) => String(mutant.tokens.length).padStart(2)).map(([name, group]) =>
        several(name, group),
      ),
      several('all', measured),
    ]),
    figures: [
      figure('several faults: lines found', found(measured), planted(measured)),
      figure(
        'several faults: renders after Fix all',
        count(measured, ({ rendersFixed }) => rendersFixed),
        measured.length,
      ),
    ],
  };
}

export interface AcceptedResult {
  readonly fault: AcceptedFault;
  /** What was found, as `alias at line`. */
  readonly found: readonly string[];
  readonly flagged: boolean;
}

export function describeAccepted(results: readonly AcceptedResult[]): { text: string; figures: readonly Figure[] } {
  const certain = results.filter(({ fault }) => fault.arguable !== true);
  return {
    text: table([
      ['accepted but not meant', 'n', 'flagged'],
      ...groupBy(results, ({ fault }) => fault.kind).map(([kind, group]) => [
        kind,
        String(group.length),
        String(count(group, ({ flagged }) => flagged)),
      ]),
      [
        'all',
        String(results.length),
        percent(
          count(results, ({ flagged }) => flagged),
          results.length,
        ),
      ],
      [
        'not arguable',
        String(certain.length),
        percent(
          count(certain, ({ flagged }) => flagged),
          certain.length,
        ),
      ],
    ]),
    figures: [
      figure(
        'accepted faults: flagged',
        count(certain, ({ flagged }) => flagged),
        certain.length,
      ),
    ],
  };
}

export interface ValidResult {
  readonly id: string;
  readonly type: string | undefined;
  readonly errors: readonly string[];
  readonly others: readonly string[];
  readonly changed: boolean;
}

export function describeValid(results: readonly ValidResult[]): { text: string; figures: readonly Figure[] } {
  const loud = results.filter(({ errors, others }) => errors.length + others.length > 0);
  return {
    text: [
      table([
        ['valid diagrams', 'n', 'with errors', 'with any finding', 'changed by Fix all'],
        ...groupBy(results, ({ type }) => type ?? 'unknown').map(([type, group]) => validRow(type, group)),
        validRow('all', results),
      ]),
      ...loud.map(({ id, errors, others }) => `${id}: ${[...errors, ...others].join('; ')}`),
    ].join('\n'),
    figures: [
      figure(
        'valid diagrams: with errors',
        count(results, ({ errors }) => errors.length > 0),
        results.length,
      ),
      figure('valid diagrams: with any finding', loud.length, results.length),
      figure(
        'valid diagrams: changed by Fix all',
        count(results, ({ changed }) => changed),
        results.length,
      ),
    ],
  };
}

const validRow = (name: string, group: readonly ValidResult[]): string[] => [
  name,
  String(group.length),
  String(count(group, ({ errors }) => errors.length > 0)),
  String(count(group, ({ errors, others }) => errors.length + others.length > 0)),
  String(count(group, ({ changed }) => changed)),
];

/** One diagram that was not placed well, with what was expected and what was found. */
export function describeMiss({ mutant, dressing, findings, line, token, rendersFixed, wordsKept }: Measured): string {
  const dressed = dress(mutant.text, dressing);
  const { text } = dressed;
  const spot = dressed.place(mutant.tokens[0] ?? { start: 0, end: 0 });
  const quote = (start: number, end: number): string => JSON.stringify(text.slice(start, end));
  const says = findings.map(
    ({ span, alias, message }) =>
      `    ${alias} line ${lineAt(text, span.start)} ${quote(span.start, Math.min(span.end, span.start + 60))}: ${message.slice(0, 120)}`,
  );
  const wrong = [
    line ? '' : 'line',
    token ? '' : 'token',
    rendersFixed ? '' : 'not repaired',
    rendersFixed && !wordsKept ? 'words' : '',
  ].filter((word) => word !== '');
  return [
    `  ${mutant.id} (${dressing}) ${wrong.join(', ')}: line ${lineAt(text, spot.start)} ${quote(spot.start, spot.end)}`,
    ...says,
  ].join('\n');
}
