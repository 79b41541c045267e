/** Reads the scripts that the checker asks for when it first needs them. */
import * as vscode from 'vscode';
import type { CheckerPart } from '../core/checking/protocol.ts';

/** The text of a script of the extension's own; rejects when it cannot be read. */
export async function readCheckerPart(extensionUri: vscode.Uri, part: CheckerPart): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', `${part}.js`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
