/** What a run amounts to, over all its documents. */
import { severities } from '../model.ts';
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

/** Adds documents up, one by one, and keeps none. */
export class RunSums {
  #documents = 0;
  #diagrams = 0;
  #broken = 0;
  readonly #found: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  #scored = 0;
  #scores = 0;
  #hidden = 0;
  #gone = 0;

  add({ diagrams, findings, score, baseline }: CheckedDocument): void {
    this.#documents += 1;
    this.#diagrams += diagrams.length;
    for (const { renders } of diagrams) if (!renders) this.#broken += 1;
    for (const { severity } of findings) this.#found[severity] += 1;
    if (score !== undefined) {
      this.#scored += 1;
      this.#scores += score;
    }
    this.#hidden += baseline?.hidden ?? 0;
    this.#gone += baseline?.gone.length ?? 0;
  }

  get summary(): Summary {
    return {
      documents: this.#documents,
      diagrams: this.#diagrams,
      broken: this.#broken,
      errors: this.#found.error,
      warnings: this.#found.warning,
      infos: this.#found.info,
      score: this.#scored === 0 ? undefined : Math.round(this.#scores / this.#scored),
    };
  }

  /** How many findings baselines hide, and how many of those they know are gone. */
  get baseline(): { readonly hidden: number; readonly gone: number } {
    return { hidden: this.#hidden, gone: this.#gone };
  }
}

/** Of documents that are all known. */
export function summarize(documents: readonly CheckedDocument[]): Summary {
  const sums = new RunSums();
  for (const document of documents) sums.add(document);
  return sums.summary;
}

/** Whether a finding is as severe as `failOn`, or worse. */
export const failsAt = (failOn: Severity, counted: Pick<Summary, `${Severity}s`>): boolean =>
  severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => counted[`${severity}s`] > 0);
