/** What `npm test` says at the end. */
import { describeFailures } from './mochaResult.ts';
import type { Outcome } from './runSuite.ts';

/** The failures, the skipped tests, a table of suites, and one last line `N passed, N failed, N skipped`. */
export const describeOutcomes = (outcomes: readonly Outcome[]): string => {
  const failures = outcomes.flatMap(({ suite, failures }) =>
    failures.map((failure) => ({ ...failure, title: `${suite}: ${failure.title}` })),
  );
  const skipped = outcomes.flatMap(({ suite, skippedTitles }) => skippedTitles.map((title) => `  ${suite}: ${title}`));
  const sections = [
    ...(failures.length === 0 ? [] : ['Failed', describeFailures(failures)]),
    ...(skipped.length === 0 ? [] : ['Skipped (each gave its reason above)', ...skipped, '']),
    ...table(outcomes),
    '',
    `${total(outcomes, 'passed')} passed, ${total(outcomes, 'failed')} failed, ${total(outcomes, 'skipped')} skipped`,
  ];
  return sections.join('\n');
};

/** True when nothing failed. A suite without a single test counts as failed before it comes here. */
export const allPassed = (outcomes: readonly Outcome[]): boolean => total(outcomes, 'failed') === 0;

const total = (outcomes: readonly Outcome[], count: 'passed' | 'failed' | 'skipped'): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[count], 0);

const table = (outcomes: readonly Outcome[]): readonly string[] => {
  const rows = outcomes.map(({ suite, passed, failed, skipped, ms, notes }) => [
    suite,
    `${passed}`,
    `${failed}`,
    `${skipped}`,
    `${(ms / 1000).toFixed(1)} s`,
    notes.map((note) => note.split('\n', 1)[0] ?? '').join('; '),
  ]);
  const head = ['suite', 'passed', 'failed', 'skipped', 'time', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number): boolean => column === 0 || column === head.length - 1;
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};
