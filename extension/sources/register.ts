/** Registers what the extension does with sources. What reads them is loaded when it is first asked for. */
import * as vscode from 'vscode';
import { commands } from '../contributions.ts';
import type { ExtensionLog } from '../log.ts';
import type { Settings } from '../settings.ts';

export function registerSources(settings: Settings, log: ExtensionLog): vscode.Disposable {
  return vscode.commands.registerCommand(commands.createFromSource.id, async (argument?: unknown) => {
    const { createFromSource } = await import('./create.ts');
    await createFromSource(argument, settings, log);
  });
}
