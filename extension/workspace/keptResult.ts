/** What is kept of a page that is not open. */
import type * as vscode from 'vscode';
import type { CheckedDocument } from '../../core/model.ts';
import type { Basis } from './basis.ts';

export interface KeptResult {
  readonly uri: vscode.Uri;
  /** Without the texts of its diagrams and the fixes, which nobody needs until the file is opened. */
  readonly checked: CheckedDocument;
  /** Absent of a page that was open, or that is to be checked again in any case. */
  readonly basis?: Basis | undefined;
}

/** So that a thousand pages cost little memory. */
export const withoutTexts = (checked: CheckedDocument): CheckedDocument => ({
  ...checked,
  diagrams: checked.diagrams.map((diagram) => ({ ...diagram, text: '', lines: [], offers: {} })),
  findings: checked.findings.map((finding) => ({ ...finding, fixes: [], related: [] })),
});
