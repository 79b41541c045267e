/** Registers what the extension does with patterns: the command and the completion. */
import * as vscode from 'vscode';
import { patterns } from '../../core/patterns/library.ts';
import { commands } from '../contributions.ts';
import type { Settings } from '../settings.ts';
import { registerPatternCompletion } from './completion.ts';
import { insertPattern } from './insert.ts';
import { pickPattern } from './pick.ts';

export function registerPatterns(settings: Settings): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.insertPattern.id, async (id?: unknown) => {
      // A keybinding or a link may name the pattern and skip the list.
      const pattern = patterns.find((each) => each.id === id) ?? (await pickPattern(patterns));
      if (pattern !== undefined) await insertPattern(pattern, settings);
    }),
    registerPatternCompletion(patterns, settings),
  );
}
