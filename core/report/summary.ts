/** What a run amounts to, over all its documents. */
import type { CheckedDocument, Severity } from '../model.ts';

export interface Summary {
  readonly documents: number;
  readonly diagrams: number;
  /** Diagrams that do not render. */
  readonly broken: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** The mean of the documents' scores, in whole percent; undefined when none has a score. */
  readonly score: number | undefined;
}

export function summarize(documents: readonly CheckedDocument[]): Summary {
  const diagrams = documents.flatMap((document) => document.diagrams);
  const findings = documents.flatMap((document) => document.findings);
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  const scores = documents.flatMap(({ score }) => score ?? []);
  return {
    documents: documents.length,
    diagrams: diagrams.length,
    broken: diagrams.filter(({ renders }) => !renders).length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    score: scores.length === 0 ? undefined : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length),
  };
}
