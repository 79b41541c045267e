/** The command *Fix All in Document*: repairs the diagrams of the active document that do not render. */
import * as vscode from 'vscode';
import type { CheckedDocuments } from '../documents.ts';
import type { ExtensionLog } from '../log.ts';
import { planRepair } from '../repair.ts';

export async function fixDocument(documents: CheckedDocuments, log: ExtensionLog): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return;
  const never = new vscode.CancellationTokenSource();
  try {
    const checked = await documents.upToDate(document, never.token, 'wanted');
    const edit = checked && (await planRepair(documents, document, checked, never.token));
    if (edit !== undefined) {
      await vscode.workspace.applyEdit(edit);
      return;
    }
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing that can be fixed without you.'));
  } catch (problem) {
    log.error(`could not repair ${document.uri.toString()}: ${String(problem)}`);
    void vscode.window.showErrorMessage(vscode.l10n.t('The document could not be repaired.'));
  } finally {
    never.dispose();
  }
}
