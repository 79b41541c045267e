/** The JSON report: a contract with its readers, described in docs/cli.md. Keys are only ever added. */
import { LineTable } from '../document/lines.ts';
import type {
  CheckedDiagram,
  CheckedDocument,
  Evidence,
  Finding,
  FindingGate,
  GateId,
  Severity,
  Span,
  Verdict,
} from '../model.ts';
import { JsonList, nested } from './jsonList.ts';
import { RunSums, summarize } from './summary.ts';
import type { Summary } from './summary.ts';
import type { ReportWriter } from './writer.ts';

/** A checked document, the text it was checked from and the name it goes by in reports. */
export interface ReportedDocument {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly checked: CheckedDocument;
}

/** Lines and columns are 1-based, columns count UTF-16 units, ends are exclusive. */
export interface JsonReport {
  readonly version: 1;
  readonly documents: readonly JsonDocument[];
  readonly summary: {
    readonly documents: number;
    readonly diagrams: number;
    readonly broken: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly score: number | null;
    readonly ms: number;
  };
}

export interface JsonDocument {
  readonly path: string;
  readonly score: number | null;
  readonly gates: readonly { readonly id: GateId; readonly verdict: Verdict; readonly evidence: Evidence }[];
  readonly diagrams: readonly JsonDiagram[];
  readonly findings: readonly JsonFinding[];
}

export interface JsonDiagram {
  readonly line: number;
  readonly endLine: number;
  readonly type: string | null;
  readonly renders: boolean;
  readonly architecture: boolean;
}

export interface JsonFinding {
  readonly rule: string;
  readonly alias: string;
  readonly gate: FindingGate;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

/** The report on `documents`, which come in path order; `ms` is how long the whole check took. */
export function toJsonReport(documents: readonly ReportedDocument[], ms: number): JsonReport {
  const summary = summarize(documents.map(({ checked }) => checked));
  return { version: 1, documents: documents.map(toJsonDocument), summary: toJsonSummary(summary, ms) };
}

/** The same as text, with two spaces. */
export function jsonWriter(): ReportWriter<ReportedDocument> {
  const sums = new RunSums();
  const documents = new JsonList(1);
  return {
    begin: '{\n  "version": 1,\n  "documents": [',
    document: (document) => {
      sums.add(document.checked);
      return documents.element(toJsonDocument(document));
    },
    end: (ms) => [documents.close(), `,\n  "summary": ${nested(toJsonSummary(sums.summary, ms), '  ')}\n}\n`],
  };
}

const toJsonSummary = ({ score, ...counts }: Summary, ms: number): JsonReport['summary'] => ({
  ...counts,
  score: score ?? null,
  ms,
});

function toJsonDocument({ path, text, checked }: ReportedDocument): JsonDocument {
  const lines = new LineTable(text);
  return {
    path,
    score: checked.score ?? null,
    gates: checked.gates.map(({ id, verdict, evidence }) => ({ id, verdict, evidence })),
    diagrams: checked.diagrams.map((diagram) => toJsonDiagram(diagram, lines)),
    findings: checked.findings.map((finding) => toJsonFinding(finding, lines)),
  };
}

function toJsonDiagram({ span, type, renders, architecture }: CheckedDiagram, lines: LineTable): JsonDiagram {
  const { line, endLine, endColumn } = placeOf(span, lines);
  // A block that takes its last line ending with it still ends on that line.
  const lastLine = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
  return { line, endLine: lastLine, type: type ?? null, renders, architecture };
}

/** A finding of a report; `lines` are those of the text it was found in. */
export function toJsonFinding(finding: Finding, lines: LineTable): JsonFinding {
  const { rule, alias, gate, severity, message, span, fixes } = finding;
  return { rule, alias, gate, severity, message, ...placeOf(span, lines), fixable: fixes.length > 0 };
}

/** Where a span stands, for people: lines and columns from 1, the end exclusive. */
export function placeOf(
  span: Span,
  lines: LineTable,
): { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number } {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
