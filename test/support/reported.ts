/** Documents as reports are made from. */
import type { CheckedDocument } from '../../core/model.ts';
import type { ReportedDocument } from '../../core/report/json.ts';

/** A document of which only what matters to a test is said. */
export function reported(path: string, text: string, checked: Partial<CheckedDocument>): ReportedDocument {
  return {
    path,
    text,
    checked: {
      uri: path,
      version: 1,
      kind: 'markdown',
      diagrams: [],
      findings: [],
      gates: [],
      score: undefined,
      ...checked,
    },
  };
}
