/** The lenses above each diagram: its preview, its export, and its faults when it has any. */
import * as vscode from 'vscode';
import type { CheckedDiagram, CheckedDocument, Finding } from '../core/model.ts';
import { commands, internalCommands } from './contributions.ts';
import type { CheckedDocuments } from './documents.ts';
import type { PlaceArgument } from './place.ts';
import { ourSelector } from './selector.ts';
import type { Settings } from './settings.ts';

export function registerCodeLens(documents: CheckedDocuments, settings: Settings): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, cancel) {
      if (!settings.of(document).codeLens) return [];
      const checked = await documents.upToDate(document, cancel);
      // Without a result the editor keeps the lenses it has.
      return checked?.diagrams.flatMap((diagram) => lensesOf(document, checked, diagram));
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(ourSelector, provider),
    documents.onDidCheck(() => changed.fire()),
    settings.onDidChange(() => changed.fire()),
  );
}

function lensesOf(
  document: vscode.TextDocument,
  checked: CheckedDocument,
  diagram: CheckedDiagram,
): readonly vscode.CodeLens[] {
  const top = document.positionAt(diagram.span.start);
  const range = new vscode.Range(top, top);
  const place = (offset: number): PlaceArgument => ({ uri: checked.uri, offset });
  const preview = new vscode.CodeLens(range, {
    title: vscode.l10n.t('Preview'),
    command: commands.openPreview.id,
    arguments: [place(diagram.span.start)],
  });
  const faults = checked.findings.filter((finding) => isFaultIn(diagram, finding));
  const [first] = faults;
  const exporting = new vscode.CodeLens(range, {
    title: vscode.l10n.t('Export…'),
    command: commands.exportDiagram.id,
    arguments: [place(diagram.span.start)],
  });
  if (first === undefined) return [preview, exporting];
  const title = faults.length === 1 ? vscode.l10n.t('1 fault') : vscode.l10n.t('{0} faults', faults.length);
  return [
    preview,
    exporting,
    new vscode.CodeLens(range, { title, command: internalCommands.reveal, arguments: [place(first.span.start)] }),
  ];
}

function isFaultIn(diagram: CheckedDiagram, finding: Finding): boolean {
  return (
    finding.severity !== 'info' && finding.span.start >= diagram.span.start && finding.span.end <= diagram.span.end
  );
}
