/** Opens the configuration file of the workspace where goals are set, or a new one that shows how. */
import * as vscode from 'vscode';
import { configFileNames } from '../../core/configuration/fileNames.ts';

const example = `{
  "goals": [{ "name": "Week 1", "diagrams": 75, "tables": 25, "incidents": 10 }]
}
`;

export async function openConfiguration(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return;
  for (const name of configFileNames) {
    const uri = vscode.Uri.joinPath(folder, name);
    const isThere = await Promise.resolve(vscode.workspace.fs.stat(uri)).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    return;
  }
  // Nothing is written until its author saves it.
  const uri = vscode.Uri.joinPath(folder, configFileNames[0]).with({ scheme: 'untitled' });
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  if (editor.document.getText() !== '') return;
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), example));
}
