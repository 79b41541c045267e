/** The command *Fix All in Workspace*: repairs the diagrams of every page that do not render, after a look at the edits. */
import * as vscode from 'vscode';
import { editsBetween } from '../../core/document/lineDiff.ts';
import { repairDocument } from '../../core/repair.ts';
import { rangeOf } from '../diagnostics.ts';
import type { ClosedDocuments } from '../workspace/closedDocuments.ts';
import type { KeptResult } from '../workspace/keptResult.ts';
import { textOf } from '../workspace/closedText.ts';
import { checkWithProgress } from './checkWorkspace.ts';

/** `mayShowFirst` lets VS Code show its refactor preview; tests decline. */
export async function fixWorkspace(closed: ClosedDocuments, mayShowFirst = true): Promise<void> {
  if (await checkWithProgress(closed)) return;
  const broken = closed.results.filter(({ checked }) => checked.diagrams.some(({ renders }) => !renders));
  const edit = await planEdits(closed, broken, mayShowFirst);
  if (edit === undefined) return;
  if (edit.size === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing that can be fixed without you.'));
    return;
  }
  await vscode.workspace.applyEdit(edit);
}

/** Undefined when the user ended it. */
function planEdits(
  closed: ClosedDocuments,
  broken: readonly KeptResult[],
  needsConfirmation: boolean,
): Thenable<vscode.WorkspaceEdit | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Working out the repairs'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancel) => {
    const edit = new vscode.WorkspaceEdit();
    for (const { uri } of broken) {
      if (cancel.isCancellationRequested) return undefined;
      const file = await textOf(uri);
      const repair =
        file && (await repairDocument({ text: file.text, check: (text) => closed.checkInstead({ uri, text }) }));
      if (file !== undefined && repair !== undefined && repair.text !== file.text) {
        const metadata = { needsConfirmation, label: vscode.l10n.t('Repair diagrams that do not render') };
        for (const { span, text } of editsBetween(file.text, repair.text))
          edit.replace(uri, rangeOf(file, span), text, metadata);
      }
      progress.report({ increment: 100 / broken.length });
    }
    return edit;
  });
}
