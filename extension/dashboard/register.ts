/** Registers the dashboard: one panel that shows where the pages of the workspace stand. */
import * as vscode from 'vscode';
import { commands, dashboardViewType } from '../contributions.ts';
import { DashboardPanel } from './panel.ts';
import type { DashboardParts } from './panel.ts';

export function registerDashboard(parts: DashboardParts): vscode.Disposable {
  let open: DashboardPanel | undefined;
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
    const dashboard = new DashboardPanel(panel, parts);
    open = dashboard;
    panel.onDidDispose(() => {
      dashboard.dispose();
      open = undefined;
    });
    // Until somebody asked for it, nothing is known of closed pages.
    if (parts.closed.results.length === 0) await dashboard.check();
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openDashboard.id, show),
    new vscode.Disposable(() => open?.dispose()),
  );
}
