/** *Rename Symbol* for the nodes and classes of a diagram; a name with which a diagram would not render any more is refused. */
import * as vscode from 'vscode';
import { applyEdits } from '../../core/document/edits.ts';
import { assertNever } from '../../core/model.ts';
import { renameIn } from '../../core/names/rename.ts';
import type { RenameProblem } from '../../core/names/rename.ts';
import { rangeOf } from '../diagnostics.ts';
import type { CheckedDocuments } from '../documents.ts';
import { toWorkspaceEdit } from '../repair.ts';
import { ourSelector } from '../selector.ts';
import { diagramPlace, namePlace } from './place.ts';

export function registerRename(documents: CheckedDocuments): vscode.Disposable {
  const provider: vscode.RenameProvider = {
    async prepareRename(document, position, cancel) {
      const found = await namePlace(documents, document, position, cancel);
      if (found !== undefined) {
        return { range: rangeOf(document, found.toSource(found.span)), placeholder: found.name.name };
      }
      // Elsewhere on the page others may have something to rename.
      if ((await diagramPlace(documents, document, position, cancel)) === undefined) return undefined;
      throw new Error(vscode.l10n.t('Put the cursor on the name of a node or of a class to rename it.'));
    },
    async provideRenameEdits(document, position, newName, cancel) {
      const found = await namePlace(documents, document, position, cancel);
      if (found === undefined) return undefined;
      const { checked, diagram, name, toSource } = found;
      const to = newName.trim();
      const renaming = renameIn(diagram, name, to);
      if ('problem' in renaming) throw new Error(explain(renaming.problem, name.name, to));
      const edits = renaming.edits.map(({ span, text }) => ({ span: toSource(span), text }));
      const index = checked.diagrams.indexOf(diagram);
      const after = await documents.checkInstead(document, applyEdits(document.getText(), edits));
      if (cancel.isCancellationRequested || document.version !== checked.version) return undefined;
      const renders = after?.diagrams.length === checked.diagrams.length && after.diagrams[index]?.renders === true;
      if (diagram.renders && !renders) throw new Error(explain('not-a-name', name.name, to));
      return toWorkspaceEdit(document, edits);
    },
  };
  return vscode.languages.registerRenameProvider(ourSelector, provider);
}

function explain(problem: RenameProblem, from: string, to: string): string {
  switch (problem) {
    case 'taken':
      return vscode.l10n.t('The diagram already has the name “{0}”. Choose another one.', to);
    case 'not-a-name':
      return vscode.l10n.t('Mermaid does not take “{0}” as a name here. Use letters, digits and underscores.', to);
    case 'unsafe':
      return vscode.l10n.t('“{0}” is not renamed: the diagram would say something else. Rename it by hand.', from);
    default:
      return assertNever(problem);
  }
}
