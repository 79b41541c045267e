/** Does what the preview asks for, as far as it may: selects places in the editor and opens links outside. */
import * as vscode from 'vscode';
import { mapSpanToSource } from '../../core/document/edits.ts';
import { findPart, partsOf } from '../../core/linking/parts.ts';
import type { CheckedDocument } from '../../core/model.ts';
import type { ShellToHost } from '../../core/protocol.ts';
import { chooseFinding, showFindings } from '../commands/showFindings.ts';
import { toWorkspaceEdit } from '../repair.ts';
import { isCell } from '../whereUserIs.ts';
import { openableLink } from './links.ts';
import { findingsByDiagram, gravestFirst, preferredFix, renderFinding } from './page.ts';

export type RevealPartRequest = Extract<ShellToHost, { readonly type: 'revealPart' }>;

/** Selects the diagram's fault, or puts the cursor into the diagram; gives a sentence when that cannot be done. */
export async function revealDiagram(
  index: number,
  target: 'fault' | 'diagram',
  shown: CheckedDocument,
): Promise<string | undefined> {
  const diagram = shown.diagrams[index];
  if (diagram === undefined) return vscode.l10n.t('The diagram is not there any more.');
  const finding = target === 'fault' ? renderFinding(shown, diagram) : undefined;
  const start = diagram.lines[0]?.start ?? diagram.span.start;
  const place = finding?.span ?? { start, end: start };
  const document = await openShown(shown.uri);
  if (document === undefined) return vscode.l10n.t('The file is not there any more.');
  // Offsets of a text that was edited since are brought inside the document by `positionAt`.
  await select(document, [new vscode.Selection(document.positionAt(place.start), document.positionAt(place.end))]);
  return undefined;
}

/** Selects the text of a part of a diagram, or everything that speaks of it; gives a sentence when nothing does. */
export async function revealPart(request: RevealPartRequest, shown: CheckedDocument): Promise<string | undefined> {
  const diagram = shown.diagrams[request.diagram];
  const part = diagram && findPart(partsOf(diagram), request.names);
  if (diagram === undefined || part === undefined) return vscode.l10n.t('The text of this part was not found.');
  const document = await openShown(shown.uri);
  if (document === undefined) return vscode.l10n.t('The file is not there any more.');
  const selections = (request.all ? part.uses : [part.span])
    .map((span) => mapSpanToSource(diagram, span))
    .map(({ start, end }) => new vscode.Selection(document.positionAt(start), document.positionAt(end)));
  await select(document, selections);
  return undefined;
}

/** Gives the text the focus, with its cursor where it is; gives a sentence when that cannot be done. */
export async function focusText(
  shown: CheckedDocument,
  follow: (shown: CheckedDocument, offset: number) => void,
): Promise<string | undefined> {
  const document = await openShown(shown.uri);
  if (document === undefined) return vscode.l10n.t('The file is not there any more.');
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(document),
    preserveFocus: false,
  });
  // For VS Code it may have been the active one all along; then nobody hears of it.
  if (document.version === shown.version) follow(shown, document.offsetAt(editor.selection.active));
  return undefined;
}

/** Makes the preferred repair of a diagram's fault, as one step to undo; gives a sentence when that cannot be done. */
export async function fixFault(index: number, shown: CheckedDocument): Promise<string | undefined> {
  const diagram = shown.diagrams[index];
  const fix = diagram && preferredFix(renderFinding(shown, diagram));
  if (fix === undefined) return vscode.l10n.t('There is no repair for this fault.');
  const document = await openShown(shown.uri);
  if (document === undefined) return vscode.l10n.t('The file is not there any more.');
  if (document.version !== shown.version) return vscode.l10n.t('The document changed meanwhile; try again.');
  const isDone = await vscode.workspace.applyEdit(toWorkspaceEdit(document, fix.edits));
  return isDone ? undefined : vscode.l10n.t('The file could not be changed.');
}

/** Leads to the findings in a diagram; gives a sentence when there is none. */
export async function revealFindings(index: number, shown: CheckedDocument): Promise<string | undefined> {
  const findings = gravestFirst(findingsByDiagram(shown)[index] ?? []);
  if (findings.length === 0) return vscode.l10n.t('Nothing was found there.');
  await chooseFinding(shown.uri, findings, vscode.l10n.t('Found in this diagram'));
  return undefined;
}

async function select(document: vscode.TextDocument, selections: readonly vscode.Selection[]): Promise<void> {
  const [selection] = selections;
  if (selection === undefined) return;
  const shown = vscode.window.showTextDocument(document, { selection, viewColumn: columnOf(document) });
  // VS Code selects the place in the cell of a notebook, and says all the same that it could not.
  const editor = isCell(document.uri) ? await shown.then(undefined, () => undefined) : await shown;
  if (editor !== undefined) editor.selections = selections;
}

/** Leads to the findings of a gate; gives a sentence when there is none. */
export async function revealGate(id: string, shown: CheckedDocument): Promise<string | undefined> {
  const gate = shown.gates.find((candidate) => candidate.id === id);
  if (gate === undefined || !shown.findings.some((finding) => finding.gate === id)) {
    return vscode.l10n.t('Nothing was found there.');
  }
  await showFindings(shown, gate);
  return undefined;
}

/** Asks, then opens; the address comes from a diagram anybody may have written. */
export async function openLink(href: string): Promise<string | undefined> {
  const address = openableLink(href);
  if (address === undefined) return vscode.l10n.t('Links of this kind are not opened.');
  const open = vscode.l10n.t('Open');
  const question = vscode.l10n.t('Open this link of the diagram?');
  const answer = await vscode.window.showInformationMessage(question, { modal: true, detail: address }, open);
  if (answer === open) await vscode.env.openExternal(vscode.Uri.parse(address, true));
  return undefined;
}

/** The document of a URI that was shown; undefined when it cannot be opened. */
export async function openShown(uri: string): Promise<vscode.TextDocument | undefined> {
  const parsed = vscode.Uri.parse(uri, true);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === parsed.toString());
  if (open !== undefined) return open;
  // Opening an untitled document that is gone would make a new, empty one.
  if (parsed.scheme === 'untitled') return undefined;
  return vscode.workspace.openTextDocument(parsed).then(
    (document) => document,
    () => undefined,
  );
}

/** Where the document is seen, else where the user's last editor is; never where the preview stands if there is another. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const visible = vscode.window.visibleTextEditors;
  const editor = visible.find((candidate) => candidate.document === document) ?? visible[0];
  return editor?.viewColumn ?? vscode.ViewColumn.One;
}
