/** What is known of the document in the active editor, and when that changes. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../core/model.ts';
import type { CheckedDocuments } from './documents.ts';
import { onDidMove, whereUserIs } from './whereUserIs.ts';

/** Calls `show` now and whenever the active editor or its document's result changes; undefined means nothing to show. */
export function followActiveDocument(
  documents: CheckedDocuments,
  show: (checked: CheckedDocument | undefined) => void,
): vscode.Disposable {
  const update = (): void => {
    const here = whereUserIs();
    show(here && documents.get(here.document.uri));
  };
  update();
  return vscode.Disposable.from(
    onDidMove(update),
    documents.onDidCheck((checked) => {
      if (checked.uri === whereUserIs()?.document.uri.toString()) update();
    }),
    documents.onDidForget(update),
  );
}
