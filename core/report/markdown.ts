/** The report as Markdown: for the summary of a CI step, a comment on a pull request, a page of the documentation set. */
import { LineTable } from '../document/lines.ts';
import { placeOf } from './json.ts';
import type { ReportedDocument } from './json.ts';
import { escapeMarkdown as escape } from './markup.ts';
import { RunSums } from './summary.ts';
import { badnessOf, byBadness, countFindings, GateSums } from './tally.ts';
import type { Badness } from './tally.ts';
import { describeRun } from './text.ts';
import type { ReportWriter } from './writer.ts';

/** A step's summary holds a megabyte; beyond this many findings the list says how many more there are. */
const mostFindings = 500;

/** Verdicts by gate, then the documents with findings, the worst first. Ends with a newline. */
export function markdownWriter(): ReportWriter<ReportedDocument> {
  const sums = new RunSums();
  const gates = new GateSums();
  let worst: readonly Section[] = [];
  let later: Section[] = [];
  const sort = (): void => {
    worst = shownOf([...worst, ...later].sort(byBadness));
    later = [];
  };
  return {
    begin: '# Diagram Gates\n\n',
    document: (document) => {
      sums.add(document.checked);
      gates.add(document.checked.gates);
      if (document.checked.findings.length > 0) later.push(describeDocument(document));
      if (later.length >= mostFindings) sort();
      return '';
    },
    end: (ms) => {
      sort();
      const parts = [describeRun(sums, ms), gateTable(gates), ...worst.map(writeSection), describeRest(sums)];
      return [`${parts.filter((part) => part !== '').join('\n\n')}\n`];
    },
  };
}

/** What is said of a document with findings. */
interface Section extends Badness {
  readonly head: string;
  readonly rows: readonly string[];
}

/** Of sections, the worst first, those for which there is room. */
function shownOf(sections: readonly Section[]): readonly Section[] {
  let left = mostFindings;
  return sections.flatMap((section) => {
    const rows = section.rows.slice(0, left);
    left -= rows.length;
    return rows.length === 0 ? [] : [{ ...section, rows }];
  });
}

function gateTable(gates: GateSums): string {
  const rows = gates.tallies.map(({ title, passed, failed, others }) => {
    const share = passed + failed === 0 ? '' : `${Math.round((100 * passed) / (passed + failed))} %`;
    return `| ${title} | ${passed} | ${failed} | ${others} | ${share} |`;
  });
  if (rows.length === 0) return '';
  return ['| Gate | pass | fail | does not apply | passed |', '| --- | ---: | ---: | ---: | ---: |', ...rows].join(
    '\n',
  );
}

function describeRest({ summary: { errors, warnings, infos } }: RunSums): string {
  const all = errors + warnings + infos;
  return all > mostFindings ? `… and ${all - mostFindings} more findings.` : '';
}

function describeDocument({ path, text, checked }: ReportedDocument): Section {
  const lines = new LineTable(text);
  const score = checked.score === undefined ? '' : `${checked.score} %, `;
  return {
    ...badnessOf(checked),
    head: `## ${escape(path)}\n\n${score}${countFindings(checked.findings)}`,
    rows: checked.findings.slice(0, mostFindings).map(({ span, severity, rule, alias, message }) => {
      const { line } = placeOf(span, lines);
      return `| ${line} | ${severity} | \`${rule}/${alias}\` | ${escape(message)} |`;
    }),
  };
}

const writeSection = ({ head, rows }: Section): string =>
  [head, '', '| Line | | Rule | Finding |', '| ---: | --- | --- | --- |', ...rows].join('\n');
