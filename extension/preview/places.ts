/** Where documents and their pictures lie, and what these places are called. */
import * as vscode from 'vscode';

/** The file's name without its folders, for people. */
export const lastOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

/** The same of a URI that is written out. */
export const nameOf = (uri: string): string => lastOf(vscode.Uri.parse(uri));

/** Where the document lies; of one that was never saved, where the workspace does. */
export function folderOf(document: vscode.Uri): vscode.Uri {
  if (document.scheme !== 'untitled') return vscode.Uri.joinPath(document, '..').with({ query: '', fragment: '' });
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
}
