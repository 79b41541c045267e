/** The reports on a repair, as text and as JSON; a contract with its readers, described in docs/cli.md. */
import { LineTable } from '../document/lines.ts';
import type { FindingGate } from '../model.ts';
import type { Repair } from '../repair.ts';
import type { JsonFinding } from './json.ts';
import { placeOf, toJsonFinding } from './json.ts';
import { summarize } from './summary.ts';
import { count, describeFinding } from './text.ts';
import { unifiedDiff } from './unifiedDiff.ts';

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
  /** How long the whole run took. */
  readonly ms: number;
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

export function toJsonFixReport(documents: readonly RepairedDocument[], { dryRun, ms }: FixRun): JsonFixReport {
  const { diagrams, broken, errors, warnings, infos } = summarize(documents.map(({ repair }) => repair.checked));
  return {
    version: 1,
    dryRun,
    documents: documents.map((document) => toJsonDocument(document, dryRun)),
    summary: {
      documents: documents.length,
      changed: documents.filter(isChanged).length,
      fixed: documents.reduce((sum, { repair }) => sum + repair.repaired.length, 0),
      ...{ diagrams, broken, errors, warnings, infos, ms },
    },
  };
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
export function toTextFixReport(documents: readonly RepairedDocument[], run: FixRun): string {
  const groups = documents.map((document) => describeDocument(document, run)).filter((lines) => lines.length > 0);
  return [...groups.map((lines) => `${lines.join('\n')}\n`), `${describeRun(documents, run)}\n`].join('\n');
}

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

function describeRun(documents: readonly RepairedDocument[], { dryRun, ms }: FixRun): string {
  const summary = summarize(documents.map(({ repair }) => repair.checked));
  const fixed = documents.reduce((sum, { repair }) => sum + repair.repaired.length, 0);
  const where = count(documents.filter(isChanged).length, 'document');
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
