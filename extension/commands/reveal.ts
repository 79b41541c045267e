/** Puts the cursor at a place of a document, such as a diagram's first fault. */
import * as vscode from 'vscode';
import { parsePlace } from '../place.ts';

/** `argument` comes from outside; anything but a place is ignored, and an offset beyond the text means its end. */
export async function reveal(argument: unknown): Promise<void> {
  const place = parsePlace(argument);
  if (place === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true));
  const position = document.positionAt(place.offset);
  const selection = new vscode.Range(position, position);
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    selection,
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.Active,
  });
}
