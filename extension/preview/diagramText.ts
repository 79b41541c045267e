/** The command *Show Diagram as Text*: what a diagram says, in a read-only document beside it that follows the page. */
import * as vscode from 'vscode';
import { outlineOf } from '../../core/linking/outline.ts';
import { nameOfType } from '../../core/mermaid/typeName.ts';
import type { CheckedDiagram } from '../../core/model.ts';
import { diagramTextScheme as scheme } from '../contributions.ts';
import type { CheckedSource } from './follow.ts';
import { diagramAt } from './page.ts';
import { lastOf } from './places.ts';

/** Shows the diagram at an offset of a document; says in a message why that cannot be done. */
export async function showDiagramText(documents: CheckedSource, uri: vscode.Uri, offset: number): Promise<void> {
  const checked = documents.get(uri);
  const index = checked && diagramAt(checked.diagrams, offset);
  const diagram = index === undefined ? undefined : checked?.diagrams[index];
  if (index === undefined || diagram === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document has no diagram.'));
    return;
  }
  if (outlineOf(diagram) === undefined) {
    const words = vscode.l10n.t('Diagrams of this type cannot be told in words yet: {0}.', typeOf(diagram));
    void vscode.window.showInformationMessage(words);
    return;
  }
  const document = await vscode.workspace.openTextDocument(textUri(uri, index));
  const column = vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: false, preview: true });
}

/** Serves the texts and tells VS Code when one may have changed. */
export function registerDiagramTexts(documents: CheckedSource): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    documents.onDidCheck(({ uri }) => {
      for (const open of vscode.workspace.textDocuments) {
        if (open.uri.scheme === scheme && sourceOf(open.uri).uri.toString() === uri) changed.fire(open.uri);
      }
    }),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => textOf(documents, uri),
    }),
  );
}

function textOf(documents: CheckedSource, text: vscode.Uri): string {
  const { uri, index } = sourceOf(text);
  const page = lastOf(uri);
  const diagrams = documents.get(uri)?.diagrams;
  if (diagrams === undefined) return vscode.l10n.t('Open {0} to read its diagram here.', page);
  const diagram = diagrams[index];
  if (diagram === undefined) return vscode.l10n.t('{0} has no diagram {1} any more.', page, index + 1);
  const title = vscode.l10n.t('{0}, diagram {1} of {2} in {3}', typeOf(diagram), index + 1, diagrams.length, page);
  const lines = outlineOf(diagram) ?? [vscode.l10n.t('Nothing can be told of it in words.')];
  return [title, '', ...lines, ''].join('\n');
}

const typeOf = ({ type }: CheckedDiagram): string => nameOfType(type) ?? vscode.l10n.t('Diagram');

/** The path is what the tab shows; the query says whose text it is. */
const textUri = (uri: vscode.Uri, index: number): vscode.Uri =>
  vscode.Uri.from({ scheme, path: `/${lastOf(uri)}-${index + 1}.txt`, query: `${index}:${uri.toString()}` });

function sourceOf({ query }: vscode.Uri): { readonly uri: vscode.Uri; readonly index: number } {
  const colon = query.indexOf(':');
  return { uri: vscode.Uri.parse(query.slice(colon + 1)), index: Number(query.slice(0, colon)) };
}
