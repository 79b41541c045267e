/** Registers the dashboard: one panel that shows where the pages of the workspace stand. */
import * as vscode from 'vscode';
import type { HistoryCache } from '../../core/history/readHistory.ts';
import { commands, dashboardViewType } from '../contributions.ts';
import { tabIcon } from '../tabIcon.ts';
import { DashboardPanel } from './panel.ts';
import type { DashboardParts } from './panel.ts';

export function registerDashboard(given: Omit<DashboardParts, 'historyOf'>): vscode.Disposable {
  let open: DashboardPanel | undefined;
  const histories = new Map<string, HistoryCache>();
  const historyOf = (folder: vscode.Uri): HistoryCache => {
    const known: HistoryCache = histories.get(folder.toString()) ?? new Map<string, undefined>();
    histories.set(folder.toString(), known);
    return known;
  };
  const parts = { ...given, historyOf };
  const show = async (): Promise<void> => {
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      dashboardViewType,
      vscode.l10n.t('Diagram Gates Dashboard'),
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        enableForms: false,
        enableCommandUris: false,
        localResourceRoots: [vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview')],
      },
    );
    panel.iconPath = tabIcon(parts.extensionUri);
    const dashboard = new DashboardPanel(panel, parts);
    open = dashboard;
    panel.onDidDispose(() => {
      dashboard.dispose();
      open = undefined;
    });
    // Until somebody asked for all of them, little is known of closed pages.
    if (!parts.closed.isWhole) await dashboard.check();
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openDashboard.id, show),
    // Pages of the past are checked under the configuration of today.
    given.configFiles.onDidChange(() => histories.clear()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('diagramGates')) histories.clear();
    }),
    new vscode.Disposable(() => open?.dispose()),
  );
}
