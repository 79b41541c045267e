/** The icon of our panels' tabs. */
import * as vscode from 'vscode';
import { previewIcon } from './contributions.ts';

export const tabIcon = (extensionUri: vscode.Uri): Readonly<Record<'light' | 'dark', vscode.Uri>> => ({
  light: vscode.Uri.joinPath(extensionUri, previewIcon.light),
  dark: vscode.Uri.joinPath(extensionUri, previewIcon.dark),
});
