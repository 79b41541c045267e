/** Names in diagrams: suggested, found, renamed and listed, as those of a programming language are. */
import * as vscode from 'vscode';
import type { CheckedDocuments } from '../documents.ts';
import { registerCompletion } from './completion.ts';
import { registerReferences } from './references.ts';
import { registerRename } from './rename.ts';
import { registerSymbols } from './symbols.ts';

export function registerNames(documents: CheckedDocuments): vscode.Disposable {
  return vscode.Disposable.from(
    registerCompletion(documents),
    registerReferences(documents),
    registerRename(documents),
    registerSymbols(documents),
  );
}
