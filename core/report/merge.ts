/** Puts the JSON reports of several runs over parts of one set together. */
import { compare } from '../baseline/model.ts';
import { severities } from '../model.ts';
import type { JsonReport } from './json.ts';
import { flag, list, oneOf, parser, record, text, whole } from '../shape.ts';
import type { Reader } from '../shape.ts';

/** Everything of a document is kept as it is; only what is counted is read. */
const counted = record({
  path: text(100_000),
  diagrams: list(record({ renders: flag }), 1_000_000),
  findings: list(record({ severity: oneOf(...severities) }), 10_000_000),
});
const anything: Reader<unknown> = (raw) => ({ value: raw });
const parseReport = parser(
  record({ version: oneOf(1), documents: list(anything, 10_000_000), summary: record({ ms: whole() }) }),
);
const parseDocument = parser(counted);

export interface Merged {
  /** The report, as JSON. */
  readonly merged: object;
  readonly summary: JsonReport['summary'];
}

/** One report, as one run over everything would have made it; or which of `reports`, by its index, is none of ours. */
export function mergeReports(reports: readonly unknown[]): Merged | { readonly wrong: number } {
  const byPath = new Map<
    string,
    { readonly whole: unknown; readonly read: NonNullable<ReturnType<typeof parseDocument>> }
  >();
  let ms = 0;
  for (const [index, raw] of reports.entries()) {
    const report = parseReport(raw);
    if (report === undefined) return { wrong: index };
    ms += report.summary.ms;
    for (const document of report.documents) {
      const read = parseDocument(document);
      if (read === undefined) return { wrong: index };
      // A configuration file with findings stands in the report of each part that met it.
      byPath.set(read.path, { whole: document, read });
    }
  }
  const documents = [...byPath.values()].sort((a, b) => compare(a.read.path, b.read.path));
  const diagrams = documents.flatMap(({ read }) => read.diagrams);
  const findings = documents.flatMap(({ read }) => read.findings);
  const many = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const scores = documents.flatMap(({ whole: document }) => scoreOf(document) ?? []);
  const summary = {
    documents: documents.length,
    diagrams: diagrams.length,
    broken: diagrams.filter(({ renders }) => !renders).length,
    errors: many('error'),
    warnings: many('warning'),
    infos: many('info'),
    score: scores.length === 0 ? null : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length),
    ms,
  };
  return { merged: { version: 1, documents: documents.map(({ whole: document }) => document), summary }, summary };
}

function scoreOf(document: unknown): number | undefined {
  const score: unknown = typeof document === 'object' && document !== null ? Reflect.get(document, 'score') : undefined;
  return typeof score === 'number' ? score : undefined;
}
