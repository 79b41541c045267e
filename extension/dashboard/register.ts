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
  const adopt = async (panel: vscode.WebviewPanel): Promise<void> => {
    panel.iconPath = tabIcon(parts.extensionUri);
    const dashboard = new DashboardPanel(panel, parts);
    open = dashboard;
    panel.onDidDispose(() => {
      dashboard.dispose();
      if (open === dashboard) open = undefined;
    });
    // Until somebody asked for all of them, little is known of closed pages.
    if (!parts.closed.isWhole) await dashboard.check();
  };
  const options = {
    enableScripts: true,
    enableForms: false,
    enableCommandUris: false,
    localResourceRoots: [vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview')],
  };
  const show = async (): Promise<void> => {
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const title = vscode.l10n.t('Diagram Gates Dashboard');
    await adopt(vscode.window.createWebviewPanel(dashboardViewType, title, vscode.ViewColumn.Active, options));
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openDashboard.id, show),
    vscode.window.registerWebviewPanelSerializer(dashboardViewType, {
      // The page kept its filter and order itself; VS Code asks when the panel is looked at.
      deserializeWebviewPanel(panel) {
        panel.webview.options = options;
        void adopt(panel);
        return Promise.resolve();
      },
    }),
    // Pages of the past are checked under the configuration of today.
    given.configFiles.onDidChange(() => histories.clear()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('diagramGates')) histories.clear();
    }),
    new vscode.Disposable(() => open?.dispose()),
  );
}
