/** What is known of the document in the active editor, and when that changes. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../core/model.ts';
import type { CheckedDocuments } from './documents.ts';

/** Calls `show` now and whenever the active editor or its document's result changes; undefined means nothing to show. */
export function followActiveDocument(
  documents: CheckedDocuments,
  show: (checked: CheckedDocument | undefined) => void,
): vscode.Disposable {
  const update = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri;
    show(active && documents.get(active));
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    documents.onDidCheck((checked) => {
      if (checked.uri === vscode.window.activeTextEditor?.document.uri.toString()) update();
    }),
    documents.onDidForget(update),
  );
}
