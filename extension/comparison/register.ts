/** Registers the comparison of a page with its last commit: its command, and its panels' return after a restart. */
import * as vscode from 'vscode';
import { commands, comparisonViewType as viewType } from '../contributions.ts';
import { parsePlace } from '../place.ts';
import { webviewOptions } from '../preview/webviewPage.ts';
import { tabIcon } from '../tabIcon.ts';
import { whereUserIs } from '../whereUserIs.ts';
import { ComparisonPanel } from './panel.ts';
import type { ComparisonParts } from './panel.ts';

export function registerComparison(parts: ComparisonParts): vscode.Disposable {
  /** One for each document. */
  const panels = new Map<string, ComparisonPanel>();
  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri): void => {
    panel.iconPath = tabIcon(parts.extensionUri);
    const comparison = new ComparisonPanel(panel, uri, parts);
    panels.set(uri.toString(), comparison);
    panel.onDidDispose(() => {
      comparison.dispose();
      if (panels.get(uri.toString()) === comparison) panels.delete(uri.toString());
    });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.compare.id, (argument: unknown) => {
      const place = parsePlace(argument);
      const uri = place === undefined ? whereUserIs()?.document.uri : vscode.Uri.parse(place.uri, true);
      if (uri === undefined) return;
      const open = panels.get(uri.toString());
      if (open !== undefined) open.reveal();
      else adopt(createPanel(parts.extensionUri), uri);
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel(panel, kept: unknown) {
        const uri = typeof kept === 'object' && kept !== null && 'uri' in kept ? kept.uri : undefined;
        panel.webview.options = webviewOptions(parts.extensionUri);
        if (typeof uri === 'string' && /^[a-z][\w+.-]*:/i.test(uri)) adopt(panel, vscode.Uri.parse(uri, true));
        else panel.dispose();
        return Promise.resolve();
      },
    }),
    new vscode.Disposable(() => {
      for (const panel of panels.values()) panel.dispose();
    }),
  );
}

const createPanel = (extensionUri: vscode.Uri): vscode.WebviewPanel =>
  vscode.window.createWebviewPanel(
    viewType,
    vscode.l10n.t('Compare'),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { ...webviewOptions(extensionUri), retainContextWhenHidden: false, enableFindWidget: true },
  );
