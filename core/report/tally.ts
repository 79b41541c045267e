/** What the reports for people count: how many pages pass each gate, which pages and which rules have the most findings. */
import { wordsOf } from '../gates/words.ts';
import { gateIds, severities } from '../model.ts';
import type { GateId, Severity, Verdict } from '../model.ts';

export interface GateTally {
  readonly id: GateId;
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  /** Pages that the gate does not apply to. */
  readonly others: number;
}

/** Counts the verdicts of documents, one by one, and keeps none. */
export class GateSums {
  readonly #verdicts = new Map<GateId, Record<Verdict, number>>();

  add(gates: readonly { readonly id: GateId; readonly verdict: Verdict }[]): void {
    for (const { id, verdict } of gates) {
      const counted = this.#verdicts.get(id) ?? { pass: 0, fail: 0, 'not-applicable': 0 };
      counted[verdict] += 1;
      this.#verdicts.set(id, counted);
    }
  }

  /** The gates in their order, without those that judged no document. */
  get tallies(): readonly GateTally[] {
    return gateIds.flatMap((id) => {
      const counted = this.#verdicts.get(id);
      if (counted === undefined) return [];
      const { pass, fail, 'not-applicable': others } = counted;
      return [{ id, title: wordsOf(id)?.title ?? id, passed: pass, failed: fail, others }];
    });
  }
}

/** How bad a document is among others. */
export interface Badness {
  readonly score: number | undefined;
  readonly errors: number;
}

export const badnessOf = ({ score, findings }: Found): Badness => ({ score, errors: countOf(findings, 'error') });

/** The worst score first, then the most errors; what is equal stays in its order, by path. */
export const byBadness = (a: Badness, b: Badness): number => (a.score ?? 100) - (b.score ?? 100) || b.errors - a.errors;

interface Found {
  readonly score: number | undefined;
  readonly findings: readonly { readonly severity: Severity }[];
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
