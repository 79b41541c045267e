/** Works out the repair of an open document: its edits, made as one, lead to a text that was checked. */
import * as vscode from 'vscode';
import { editsBetween } from '../core/document/lineDiff.ts';
import type { CheckedDocument, Finding, TextEdit } from '../core/model.ts';
import { repairDocument } from '../core/repair.ts';
import { rangeOf } from './diagnostics.ts';
import type { CheckedDocuments } from './documents.ts';

/** Which faults are to be repaired; `diagram` is the place of the finding's diagram among all. */
export type Wants = (finding: Finding, diagram: number) => boolean;

/**
 * The edits that repair what `wants` takes of a document, whose present text `checked` is about. Undefined when there is
 * nothing to repair, when somebody typed meanwhile, or when `cancel` says so.
 */
export async function planRepair(
  documents: CheckedDocuments,
  document: vscode.TextDocument,
  checked: CheckedDocument,
  cancel: vscode.CancellationToken,
  wants: Wants = () => true,
): Promise<vscode.WorkspaceEdit | undefined> {
  const text = document.getText();
  const repair = await repairDocument({
    text,
    checked,
    wants,
    check: (draft) =>
      cancel.isCancellationRequested ? Promise.resolve(undefined) : documents.checkInstead(document, draft),
  });
  if (repair === undefined || repair.text === text || document.version !== checked.version) return undefined;
  return toWorkspaceEdit(document, editsBetween(text, repair.text));
}

/** The edits of one document as the editor takes them: one step to undo. */
export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.set(
    document.uri,
    edits.map(({ span, text }) => vscode.TextEdit.replace(rangeOf(document, span), text)),
  );
  return workspaceEdit;
}
