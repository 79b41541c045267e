/** Goes to where a node or a class of a diagram is defined, and lists and lights up every place that speaks of it. */
import * as vscode from 'vscode';
import { rangeOf } from '../diagnostics.ts';
import type { CheckedDocuments } from '../documents.ts';
import { ourSelector } from '../selector.ts';
import { namePlace } from './place.ts';

export function registerReferences(documents: CheckedDocuments): vscode.Disposable {
  const definitions: vscode.DefinitionProvider = {
    async provideDefinition(document, position, cancel) {
      const found = await namePlace(documents, document, position, cancel);
      return found && new vscode.Location(document.uri, rangeOf(document, found.toSource(found.name.definition)));
    },
  };
  const references: vscode.ReferenceProvider = {
    async provideReferences(document, position, { includeDeclaration }, cancel) {
      const found = await namePlace(documents, document, position, cancel);
      return found?.name.uses
        .filter((use) => includeDeclaration || use !== found.name.definition)
        .map((use) => new vscode.Location(document.uri, rangeOf(document, found.toSource(use))));
    },
  };
  const highlights: vscode.DocumentHighlightProvider = {
    async provideDocumentHighlights(document, position, cancel) {
      const found = await namePlace(documents, document, position, cancel, 'if-due');
      return found?.name.uses.map((use) => {
        const isDefinition = use === found.name.definition;
        const kind = isDefinition ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read;
        return new vscode.DocumentHighlight(rangeOf(document, found.toSource(use)), kind);
      });
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(ourSelector, definitions),
    vscode.languages.registerReferenceProvider(ourSelector, references),
    vscode.languages.registerDocumentHighlightProvider(ourSelector, highlights),
  );
}
