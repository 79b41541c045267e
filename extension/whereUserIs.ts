/** Where the user is: at the cursor of the active editor, or in the active cell of a notebook. */
import * as vscode from 'vscode';

export interface Here {
  readonly document: vscode.TextDocument;
  /** The cursor's, 0-based. */
  readonly offset: number;
}

/** Undefined where no text is active. */
export function whereUserIs(): Here | undefined {
  const editor = vscode.window.activeTextEditor;
  const cell = activeCell();
  // A cell that is only read has no editor, or another cell has it still.
  if (cell !== undefined && editor?.document !== cell.document) return { document: cell.document, offset: 0 };
  return editor && { document: editor.document, offset: editor.document.offsetAt(editor.selection.active) };
}

/** Calls `moved` when another document, or another cell of a notebook, becomes active; not for every step of the cursor. */
export const onDidMove = (moved: () => void): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(moved),
    vscode.window.onDidChangeActiveNotebookEditor(moved),
    vscode.window.onDidChangeNotebookEditorSelection(moved),
  );

/** Whether the URI is that of a notebook's cell. */
export const isCell = ({ scheme }: vscode.Uri): boolean => scheme === 'vscode-notebook-cell';

function activeCell(): vscode.NotebookCell | undefined {
  const { notebook, selection } = vscode.window.activeNotebookEditor ?? {};
  if (notebook === undefined || selection === undefined || selection.isEmpty) return undefined;
  return notebook.cellAt(selection.start);
}
