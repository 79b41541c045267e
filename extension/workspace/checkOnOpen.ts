/** Checks the workspace in the background when its window has opened, where the setting asks for it. */
import * as vscode from 'vscode';
import type { Settings } from '../settings.ts';
import type { ClosedDocuments } from './closedDocuments.ts';

export function registerCheckOnOpen(closed: ClosedDocuments, settings: Settings): vscode.Disposable {
  const cancel = new vscode.CancellationTokenSource();
  let isDone = false;
  const checkIfWanted = (): void => {
    if (isDone || settings.of().workspaceCheck !== 'onOpen' || vscode.workspace.workspaceFolders === undefined) return;
    isDone = true;
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking pages') };
    void vscode.window.withProgress(options, (progress) => {
      const report = (done: number, all: number): void => {
        if (done % 20 === 0) progress.report({ message: vscode.l10n.t('{0} of {1}', done, all) });
      };
      return closed.checkAll({ report }, cancel.token);
    });
  };
  checkIfWanted();
  return vscode.Disposable.from(
    cancel,
    settings.onDidChange(checkIfWanted),
    new vscode.Disposable(() => cancel.cancel()),
  );
}
