/** Shows a pattern's picture and inputs: its section of the shipped page about patterns, rendered to the side. */
import * as vscode from 'vscode';
import { anchorOf } from '../../core/patterns/page.ts';
import type { Pattern } from '../../core/patterns/pattern.ts';

export async function showPicture(extensionUri: vscode.Uri, { title }: Pattern): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'docs/patterns.md').with({ fragment: anchorOf(title) });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
}
