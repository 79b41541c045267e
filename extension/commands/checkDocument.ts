/** The command *Check Document*: checks the active document now, whatever the settings say of when. */
import * as vscode from 'vscode';
import type { CheckedDocuments } from '../documents.ts';

export function checkDocument(documents: CheckedDocuments): void {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined) documents.check(document);
}
