/** Puts what was made where the cursor is, in one undo step, or on a new page when there is no place. */
import * as vscode from 'vscode';
import { fitPattern, placeAtCursor } from '../../core/patterns/place.ts';
import { documentKind } from '../ours.ts';
import { pageOf } from '../patterns/page.ts';
import type { Settings } from '../settings.ts';

export interface Made {
  readonly markdown: string;
  /** The diagram alone, for Mermaid files and empty fences. */
  readonly diagram: string | undefined;
}

export async function insertMade(made: Made, settings: Settings): Promise<void> {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined && isPage(active.document) && (await insertInto(active, made, settings))) return;
  const page = await vscode.workspace.openTextDocument({ language: 'markdown', content: `${made.markdown}\n` });
  await vscode.window.showTextDocument(page);
}

/** A table of figures or a trace is no place for Markdown. */
const isPage = ({ uri: { scheme, path }, languageId }: vscode.TextDocument): boolean =>
  documentKind({ scheme, path, languageId }, () => true) !== undefined;

async function insertInto(editor: vscode.TextEditor, made: Made, settings: Settings): Promise<boolean> {
  const { document, selection } = editor;
  const place = placeAtCursor(pageOf(document, settings), document.offsetAt(lastPlace(selection)));
  const text = place?.target === 'diagram' ? made.diagram : made.markdown;
  if (place === undefined || text === undefined) return false;
  const { start, end } = place.span;
  const fitted = fitPattern(place, text);
  const inserted = await editor.edit(
    (edit) => edit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), fitted),
    { undoStopBefore: true, undoStopAfter: true },
  );
  if (!inserted) return false;
  const shown = document.positionAt(start + fitted.length - fitted.trimStart().length);
  editor.selection = new vscode.Selection(shown, shown);
  editor.revealRange(new vscode.Range(shown, shown), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

/** A selection of whole lines ends at the start of the line behind them. */
const lastPlace = ({ isEmpty, end, start }: vscode.Selection): vscode.Position =>
  !isEmpty && end.character === 0 && end.line > start.line ? end.with(end.line - 1, 0) : end;
