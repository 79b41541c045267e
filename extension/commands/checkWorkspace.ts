/** The command *Check Workspace*: checks every page, open or not, and leads to what was found. */
import * as vscode from 'vscode';
import { commands } from '../contributions.ts';
import type { ClosedDocuments } from '../workspace/closedDocuments.ts';

export async function checkWorkspace(closed: ClosedDocuments): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: then all of its pages can be checked.'),
    );
    return;
  }
  const isCancelled = await checkWithProgress(closed);
  if (isCancelled) return;
  // The command is done; whoever wants to see more says so later.
  void sayWhatWasFound(closed);
}

async function sayWhatWasFound({ results, unreadable }: ClosedDocuments): Promise<void> {
  const findings = results.flatMap(({ checked }) => checked.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const words = vscode.l10n.t(
    '{0} pages with diagrams checked: {1} errors, {2} findings in all.',
    results.length,
    errors,
    findings.length,
  );
  const skipped = unreadable.size > 0 ? ` ${vscode.l10n.t('{0} could not be read.', unreadable.size)}` : '';
  const show = vscode.l10n.t('Show Problems');
  const why = vscode.l10n.t('Show Log');
  const buttons = [...(findings.length > 0 ? [show] : []), ...(skipped === '' ? [] : [why])];
  const chosen = await vscode.window.showInformationMessage(words + skipped, ...buttons);
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === why) await vscode.commands.executeCommand(commands.showLog.id);
}

/** Shows how far it is, and lets the user end it; true when that happened. */
export function checkWithProgress(closed: ClosedDocuments): Thenable<boolean> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Checking the pages of the workspace'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancel) => {
    let shown = 0;
    const report = (done: number, all: number): void => {
      const percent = Math.floor((100 * done) / all);
      if (percent === shown) return;
      progress.report({ increment: percent - shown, message: vscode.l10n.t('{0} of {1}', done, all) });
      shown = percent;
    };
    await closed.checkAll({ report }, cancel);
    return cancel.isCancellationRequested;
  });
}
