/** The reports on a repair, as text and as JSON; a contract with its readers, described in docs/cli.md. */
import { LineTable } from '../document/lines.ts';
import type { FindingGate } from '../model.ts';
import type { Repair } from '../repair.ts';
import type { JsonFinding } from './json.ts';
import { placeOf, toJsonFinding } from './json.ts';
import { JsonList, nested } from './jsonList.ts';
import { RunSums } from './summary.ts';
import { count, describeFinding } from './text.ts';
import { unifiedDiff } from './unifiedDiff.ts';
import type { ReportWriter } from './writer.ts';

/** A repaired document and the name it goes by in reports. */
export interface RepairedDocument {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  /** As it was read. */
  readonly text: string;
  readonly repair: Repair;
}

export interface FixRun {
  /** Nothing was written. */
  readonly dryRun: boolean;
}

/** Lines and columns are 1-based, columns count UTF-16 units, ends are exclusive. */
export interface JsonFixReport {
  readonly version: 1;
  readonly dryRun: boolean;
  readonly documents: readonly JsonFixedDocument[];
  readonly summary: {
    readonly documents: number;
    /** Documents whose text is another now, or would be. */
    readonly changed: number;
    readonly fixed: number;
    readonly diagrams: number;
    readonly broken: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly ms: number;
  };
}

export interface JsonFixedDocument {
  readonly path: string;
  readonly changed: boolean;
  /** Places in the text as it was read. */
  readonly fixed: readonly JsonFixed[];
  /** Places in the repaired text. */
  readonly remaining: readonly JsonFinding[];
  /** The unified diff of a dry run. */
  readonly diff?: string;
}

export interface JsonFixed {
  readonly rule: string;
  readonly alias: string;
  readonly gate: FindingGate;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What repairs amount to; none of the documents is kept. */
class FixSums {
  readonly left = new RunSums();
  changed = 0;
  fixed = 0;

  add(document: RepairedDocument): void {
    this.left.add(document.repair.checked);
    if (isChanged(document)) this.changed += 1;
    this.fixed += document.repair.repaired.length;
  }
}

/** Writes a `JsonFixReport`. */
export function jsonFixWriter({ dryRun }: FixRun): ReportWriter<RepairedDocument> {
  const sums = new FixSums();
  const documents = new JsonList(1);
  return {
    begin: `{\n  "version": 1,\n  "dryRun": ${dryRun},\n  "documents": [`,
    document: (document) => {
      sums.add(document);
      return documents.element(toJsonDocument(document, dryRun));
    },
    end: (ms) => [documents.close(), `,\n  "summary": ${nested(toJsonSummary(sums, ms), '  ')}\n}\n`],
  };
}

function toJsonSummary({ left, changed, fixed }: FixSums, ms: number): JsonFixReport['summary'] {
  const { documents, diagrams, broken, errors, warnings, infos } = left.summary;
  return { documents, changed, fixed, diagrams, broken, errors, warnings, infos, ms };
}

function toJsonDocument(document: RepairedDocument, dryRun: boolean): JsonFixedDocument {
  const { path, text, repair } = document;
  const before = new LineTable(text);
  const after = new LineTable(repair.text);
  return {
    path,
    changed: isChanged(document),
    fixed: repair.repaired.map(({ finding: { rule, alias, gate, message }, span }) => ({
      ...{ rule, alias, gate, message },
      ...placeOf(span, before),
    })),
    remaining: repair.checked.findings.map((finding) => toJsonFinding(finding, after)),
    ...(dryRun ? { diff: unifiedDiff(path, text, repair.text) } : {}),
  };
}

/** What was repaired and what is left, one line each, and a summary. Ends with a newline. */
export function textFixWriter(run: FixRun): ReportWriter<RepairedDocument> {
  const sums = new FixSums();
  return {
    begin: '',
    document: (document) => {
      sums.add(document);
      const lines = describeDocument(document, run);
      return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
    },
    end: (ms) => [`${describeRun(sums, run, ms)}\n`],
  };
}

/** The changes of a dry run as one unified diff. */
export const diffWriter = (): ReportWriter<RepairedDocument> => ({
  begin: '',
  document: ({ path, text, repair }) => unifiedDiff(path, text, repair.text),
  end: () => [],
});

function describeDocument({ path, text, repair }: RepairedDocument, { dryRun }: FixRun): readonly string[] {
  const before = new LineTable(text);
  const after = new LineTable(repair.text);
  return [
    ...repair.repaired.map(({ finding, span }) =>
      describeFinding(path, { ...finding, span }, before, dryRun ? 'fixable' : 'fixed'),
    ),
    ...repair.checked.findings.map((finding) => describeFinding(path, finding, after)),
  ];
}

function describeRun({ left: { summary }, changed, fixed }: FixSums, { dryRun }: FixRun, ms: number): string {
  const where = count(changed, 'document');
  const done =
    fixed === 0
      ? 'nothing to fix'
      : dryRun
        ? `${count(fixed, 'fault')} in ${where} would be fixed`
        : `${count(fixed, 'fault')} fixed in ${where}`;
  const left = `${count(summary.errors, 'error')}, ${count(summary.warnings, 'warning')}, ${count(summary.infos, 'info')} left`;
  return `${count(summary.documents, 'document')}, ${done}; ${left}; ${Math.round(ms)} ms`;
}

const isChanged = ({ text, repair }: RepairedDocument): boolean => repair.text !== text;
