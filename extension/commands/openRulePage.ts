/** Shows the page of a rule; the manifest's default associations say that it is shown rendered. */
import * as vscode from 'vscode';
import { rulePage } from '../rulePages.ts';

/** `alias` comes from outside: only a rule's name is taken. */
export async function openRulePage(alias: unknown): Promise<void> {
  if (typeof alias !== 'string' || !/^[a-z][a-z0-9-]*$/.test(alias)) return;
  await vscode.commands.executeCommand('vscode.open', rulePage(alias));
}
