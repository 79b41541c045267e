/** The command *Insert Pattern…*: puts a pattern where the cursor is, or on a new page when there is no place. */
import * as vscode from 'vscode';
import type { Answers } from '../../core/patterns/formula.ts';
import type { Pattern } from '../../core/patterns/pattern.ts';
import { fitPattern, placeAtCursor } from '../../core/patterns/place.ts';
import { renderSnippet } from '../../core/patterns/render.ts';
import type { Settings } from '../settings.ts';
import { pageOf } from './page.ts';

/** Inserts into the active editor; opens an untitled Markdown page when there is none or it cannot take a pattern. */
export async function insertPattern(pattern: Pattern, settings: Settings, answers: Answers = {}): Promise<void> {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined && (await insertInto(active, pattern, settings, answers))) return;
  const page = await vscode.workspace.openTextDocument({ language: 'markdown' });
  await insertInto(await vscode.window.showTextDocument(page), pattern, settings, answers);
}

async function insertInto(
  editor: vscode.TextEditor,
  pattern: Pattern,
  settings: Settings,
  answers: Answers,
): Promise<boolean> {
  const { document, selection } = editor;
  const place = placeAtCursor(pageOf(document, settings), document.offsetAt(selection.end));
  if (place === undefined) return false;
  // A pattern of a team may have no diagram, and then has nothing for a place inside one.
  if (place.target === 'diagram' && !pattern.body.some(({ kind }) => kind === 'diagram')) return false;
  const { start, end } = place.span;
  const inserted = await editor.insertSnippet(
    new vscode.SnippetString(fitPattern(place, renderSnippet(pattern, { target: place.target, answers }))),
    new vscode.Range(document.positionAt(start), document.positionAt(end)),
    // The place has already seen to indentation.
    { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true },
  );
  if (inserted) editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return inserted;
}
