/** Symbolic links, which may lead out of the workspace. */
import * as vscode from 'vscode';

/** Whether something is there and is a link; who reads what has gone will hear of it. */
export async function isLink(uri: vscode.Uri): Promise<boolean> {
  try {
    return isLinkType((await vscode.workspace.fs.stat(uri)).type);
  } catch {
    return false;
  }
}

/** Whether a type of a file or folder says that it is a link. */
export const isLinkType = (type: vscode.FileType): boolean => (type & vscode.FileType.SymbolicLink) !== 0;
