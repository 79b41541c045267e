/** Registers what the extension does with patterns: the command and the completion. */
import * as vscode from 'vscode';
import { patterns } from '../../core/patterns/library.ts';
import { commands } from '../contributions.ts';
import type { Settings } from '../settings.ts';
import { askHow } from './ask.ts';
import { registerPatternCompletion } from './completion.ts';
import { insertPattern } from './insert.ts';
import { pickPattern } from './pick.ts';

export function registerPatterns(settings: Settings, extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.insertPattern.id, async (id?: unknown) => {
      // A keybinding or a link may name the pattern and skip the list and the questions.
      const named = patterns.find((each) => each.id === id);
      if (named !== undefined) return insertPattern(named, settings);
      const chosen = await pickPattern({ builtIn: patterns, team: [] }, extensionUri);
      const answers = chosen && (await askHow(chosen));
      if (chosen !== undefined && answers !== undefined) await insertPattern(chosen, settings, answers);
    }),
    registerPatternCompletion(patterns, settings),
  );
}
