/** The command *Open Example Page*: a page with faults to try everything on; nothing is written until it is saved. */
import * as vscode from 'vscode';
import { examplePage } from '../examplePage.ts';

export async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: examplePage });
  await vscode.window.showTextDocument(document);
}
