/** The status bar item `◆ 2/2 gates`, and the context key for menus; both only where the active document has a diagram. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../core/model.ts';
import { followActiveDocument } from './activeDocument.ts';
import { commands, contextKeys } from './contributions.ts';
import type { CheckedDocuments } from './documents.ts';
import { evidenceLine, gateTitle, tally, verdictIcon, verdictWord } from './gateWords.ts';
import type { Settings } from './settings.ts';
import { whereUserIs } from './whereUserIs.ts';

export function registerStatusBar(documents: CheckedDocuments, settings: Settings): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('diagramGates.gates', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Diagram Gates');
  item.command = commands.showGates.id;

  let inDiagramDocument: boolean | undefined;
  const show = (checked: CheckedDocument | undefined): void => {
    const hasDiagram = checked !== undefined && checked.diagrams.length > 0;
    if (hasDiagram !== inDiagramDocument) {
      inDiagramDocument = hasDiagram;
      void vscode.commands.executeCommand('setContext', contextKeys.hasDiagram, hasDiagram);
    }
    const document = whereUserIs()?.document;
    if (!hasDiagram || document === undefined || !settings.of(document).statusBar || tally(checked).applicable === 0) {
      item.hide();
      return;
    }
    fill(item, checked);
    item.show();
  };
  const refresh = (): void => {
    const uri = whereUserIs()?.document.uri;
    show(uri && documents.get(uri));
  };
  return vscode.Disposable.from(item, followActiveDocument(documents, show), settings.onDidChange(refresh));
}

function fill(item: vscode.StatusBarItem, checked: CheckedDocument): void {
  const { passed, applicable } = tally(checked);
  item.text = vscode.l10n.t('◆ {0}/{1} gates', passed, applicable);
  item.tooltip = tooltip(checked);
  item.accessibilityInformation = {
    label: vscode.l10n.t('Diagram Gates: {0} of {1} gates passed', passed, applicable),
    role: 'button',
  };
}

function tooltip(checked: CheckedDocument): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  // Only these may be run from the tooltip, whatever a document's own words contain.
  text.isTrusted = { enabledCommands: [commands.showGates.id, commands.chooseProfile.id] };
  for (const gate of checked.gates) {
    text.appendMarkdown(`${verdictIcon(gate.verdict)} `);
    text.appendText(`${gateTitle(gate.id)}: ${verdictWord(gate.verdict)}`);
    const evidence = evidenceLine(gate);
    if (evidence !== '') text.appendText(` (${evidence})`);
    text.appendMarkdown('\n\n');
  }
  const link = (words: string, { id }: { readonly id: string }): string => `[${words}](command:${id})`;
  const links = [
    link(vscode.l10n.t('Show Gates'), commands.showGates),
    link(vscode.l10n.t('Choose What Is Checked…'), commands.chooseProfile),
  ];
  text.appendMarkdown(links.join(' · '));
  return text;
}
