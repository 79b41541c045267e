/** What the reports for people count: how many pages pass each gate, which pages and which rules have the most findings. */
import { wordsOf } from '../gates/words.ts';
import { gateIds, severities } from '../model.ts';
import type { GateId, Severity } from '../model.ts';
import type { ReportedDocument } from './json.ts';

export interface GateTally {
  readonly id: GateId;
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  /** Pages that the gate does not apply to. */
  readonly others: number;
}

/** The gates in their order, over all documents that they judged. */
export function tallyGates(documents: readonly ReportedDocument[]): readonly GateTally[] {
  const results = documents.flatMap(({ checked }) => checked.gates);
  return gateIds
    .map((id) => {
      const verdicts = results.filter((result) => result.id === id).map(({ verdict }) => verdict);
      const passed = verdicts.filter((verdict) => verdict === 'pass').length;
      const failed = verdicts.filter((verdict) => verdict === 'fail').length;
      return { id, title: wordsOf(id)?.title ?? id, passed, failed, others: verdicts.length - passed - failed };
    })
    .filter(({ passed, failed, others }) => passed + failed + others > 0);
}

/** Documents with findings: the worst score first, then the most errors, then by path. */
export function worstFirst(documents: readonly ReportedDocument[]): readonly ReportedDocument[] {
  const errors = ({ checked }: ReportedDocument): number => countOf(checked.findings, 'error');
  return documents
    .filter(({ checked }) => checked.findings.length > 0)
    .sort((a, b) => (a.checked.score ?? 100) - (b.checked.score ?? 100) || errors(b) - errors(a));
}

/** `2 errors, 1 warning`; what there is none of is left out. */
export function countFindings(findings: readonly { readonly severity: Severity }[]): string {
  const counted = severities.map((severity) => ({ severity, many: countOf(findings, severity) }));
  return counted
    .filter(({ many }) => many > 0)
    .map(({ severity, many }) => `${many} ${severity}${many === 1 ? '' : 's'}`)
    .join(', ');
}

const countOf = (findings: readonly { readonly severity: Severity }[], wanted: Severity): number =>
  findings.filter(({ severity }) => severity === wanted).length;
