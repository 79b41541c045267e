/** Registers the commands of the host side; each has its own file. */
import * as vscode from 'vscode';
import { commands, internalCommands } from '../contributions.ts';
import type { CheckedDocuments } from '../documents.ts';
import type { ExtensionLog } from '../log.ts';
import type { ClosedDocuments } from '../workspace/closedDocuments.ts';
import { checkDocument } from './checkDocument.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { chooseProfile } from './chooseProfile.ts';
import { colourByPlane } from './colourByPlane.ts';
import { copyData } from './copyData.ts';
import { fixDocument } from './fixDocument.ts';
import { fixWorkspace } from './fixWorkspace.ts';
import { openExample } from './openExample.ts';
import { openRulePage } from './openRulePage.ts';
import { reveal } from './reveal.ts';
import { showGates } from './showGates.ts';
import { showLog } from './showLog.ts';

export interface CommandParts {
  readonly documents: CheckedDocuments;
  readonly closed: ClosedDocuments;
  readonly log: ExtensionLog;
}

export function registerCommands({ documents, closed, log }: CommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.showLog.id, () => showLog(log)),
    vscode.commands.registerCommand(commands.checkDocument.id, () => checkDocument(documents)),
    vscode.commands.registerCommand(commands.fixDocument.id, () => fixDocument(documents, log)),
    vscode.commands.registerCommand(commands.checkWorkspace.id, () => checkWorkspace(closed)),
    vscode.commands.registerCommand(commands.fixWorkspace.id, (first: unknown) =>
      fixWorkspace(closed, first !== false),
    ),
    vscode.commands.registerCommand(commands.colourByPlane.id, () => colourByPlane(documents, log)),
    vscode.commands.registerCommand(commands.copyData.id, (format?: unknown) => copyData(documents, format)),
    vscode.commands.registerCommand(commands.openExample.id, openExample),
    vscode.commands.registerCommand(commands.chooseProfile.id, chooseProfile),
    vscode.commands.registerCommand(commands.showGates.id, () => showGates(documents)),
    vscode.commands.registerCommand(internalCommands.reveal, reveal),
    vscode.commands.registerCommand(internalCommands.openRulePage, openRulePage),
  );
}
