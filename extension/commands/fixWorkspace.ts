/** The command *Fix All in Workspace*: repairs the diagrams of every page that do not render, after a look at the edits. */
import * as vscode from 'vscode';
import { editsBetween } from '../../core/document/lineDiff.ts';
import { repairDocument } from '../../core/repair.ts';
import { rangeOf } from '../diagnostics.ts';
import type { ClosedDocuments } from '../workspace/closedDocuments.ts';
import type { KeptResult } from '../workspace/keptResult.ts';
import { textOf } from '../workspace/closedText.ts';
import { checkWithProgress } from './checkWorkspace.ts';

interface Repairs {
  readonly files: number;
  /** What is made; the edits `needConfirmation` when VS Code is to show them first. */
  toEdit(needsConfirmation: boolean): vscode.WorkspaceEdit;
}

/** `mayAsk` is false for callers that want everything repaired, such as tests. */
export async function fixWorkspace(closed: ClosedDocuments, mayAsk = true): Promise<void> {
  if (await checkWithProgress(closed)) return;
  const broken = closed.results.filter(({ checked }) => checked.diagrams.some(({ renders }) => !renders));
  const repairs = await planRepairs(closed, broken);
  if (repairs === undefined) return;
  if (repairs.files === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing that can be fixed without you.'));
    return;
  }
  const wish = mayAsk ? await askHow(repairs.files) : 'all';
  // As with a renaming, VS Code saves what was not open.
  if (wish !== undefined) await vscode.workspace.applyEdit(repairs.toEdit(wish === 'review'), { isRefactoring: true });
}

/** In the review each edit waits to be ticked, which is much to ask for hundreds of them. */
async function askHow(files: number): Promise<'all' | 'review' | undefined> {
  const review = vscode.l10n.t('Review Edits');
  const all = vscode.l10n.t('Repair All');
  const question = vscode.l10n.t('Pages with diagrams that can be repaired: {0}', files);
  const detail = vscode.l10n.t('Node ids, edges and words stay as they are. Each page can be undone.');
  const chosen = await vscode.window.showInformationMessage(question, { modal: true, detail }, review, all);
  return chosen === all ? 'all' : chosen === review ? 'review' : undefined;
}

/** Undefined when the user ended it. */
function planRepairs(closed: ClosedDocuments, broken: readonly KeptResult[]): Thenable<Repairs | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Working out the repairs'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancel) => {
    const planned: { readonly uri: vscode.Uri; readonly range: vscode.Range; readonly text: string }[] = [];
    for (const { uri } of broken) {
      if (cancel.isCancellationRequested) return undefined;
      const file = await textOf(uri);
      const repair =
        file && (await repairDocument({ text: file.text, check: (text) => closed.checkInstead({ uri, text }) }));
      if (file !== undefined && repair !== undefined)
        for (const { span, text } of editsBetween(file.text, repair.text))
          planned.push({ uri, range: rangeOf(file, span), text });
      progress.report({ increment: 100 / broken.length });
    }
    return {
      files: new Set(planned.map(({ uri }) => uri.toString())).size,
      toEdit: (needsConfirmation) => {
        const edit = new vscode.WorkspaceEdit();
        const metadata = { needsConfirmation, label: vscode.l10n.t('Repair diagrams that do not render') };
        for (const { uri, range, text } of planned) edit.replace(uri, range, text, metadata);
        return edit;
      },
    };
  });
}
