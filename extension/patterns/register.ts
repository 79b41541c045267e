/** Registers what the extension does with patterns: the commands and the completion. */
import * as vscode from 'vscode';
import { patterns } from '../../core/patterns/library.ts';
import { commands } from '../contributions.ts';
import type { Settings } from '../settings.ts';
import type { Log } from '../../core/ports.ts';
import { askHow } from './ask.ts';
import { insertCaseStudy } from './caseStudy.ts';
import { showCaseStudyCheck } from './checkCaseStudy.ts';
import { registerPatternCompletion } from './completion.ts';
import { insertPattern } from './insert.ts';
import { pickPattern } from './pick.ts';
import { saveSelectionAsPattern } from './save.ts';
import { TeamPatterns } from './team.ts';

export function registerPatterns(settings: Settings, extensionUri: vscode.Uri, log: Log): vscode.Disposable {
  const ours = new TeamPatterns(log);
  return vscode.Disposable.from(
    ours,
    vscode.commands.registerCommand(commands.insertPattern.id, async (id?: unknown) => {
      // A keybinding or a link may name the pattern and skip the list and the questions.
      const team = await ours.read();
      const named = [...patterns, ...team].find((each) => each.id === id);
      if (named !== undefined) return insertPattern(named, settings);
      const chosen = await pickPattern({ builtIn: patterns, team }, extensionUri);
      const answers = chosen && (await askHow(chosen));
      if (chosen !== undefined && answers !== undefined) await insertPattern(chosen, settings, answers);
    }),
    vscode.commands.registerCommand(commands.saveAsPattern.id, () => saveSelectionAsPattern(settings)),
    vscode.commands.registerCommand(commands.insertCaseStudy.id, insertCaseStudy),
    vscode.commands.registerCommand(commands.checkCaseStudy.id, () => showCaseStudyCheck(settings)),
    registerPatternCompletion(patterns, ours, settings),
  );
}
