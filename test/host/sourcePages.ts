/** What the tests of sources inside VS Code share: the command, the page at hand, and whether it is green. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, replace, whenFaulty } from './helpers.ts';

export const create = (argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand('diagramGates.createFromSource', argument);

export function active(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert(editor !== undefined, 'an editor is open');
  return editor;
}

export const text = (): string => active().document.getText();

/** The configuration names the organisation, as it does in a repository of theirs. */
export const frontMatter = '---\ndiagram-gates:\n  words: { organisations: [Nordlicht] }\n---\n';

/** Waits until nothing at all is found in a document; the suite's timeout ends it otherwise. */
function whenSpotless(uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (diagnosticsOf(uri).length > 0) return;
      subscription.dispose();
      resolve();
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** A fault is planted and found, so that finding nothing once it is undone means that the page was checked. */
export async function assertGreen(from: string): Promise<void> {
  const editor = active();
  const green = text();
  await replace(editor, from, `(${from}`);
  await whenFaulty(editor.document.uri);
  await vscode.commands.executeCommand('undo');
  assert.equal(text(), green);
  await whenSpotless(editor.document.uri);
}
