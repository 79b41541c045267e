/** The page of one of our webviews: its policy, its one script, and what that is told. */
import * as vscode from 'vscode';
import type { MouseNavigation, PictureLook } from '../../core/protocol.ts';
import { createNonce, previewHtml } from './html.ts';
import { panelTexts } from './panelTexts.ts';

/** The time one diagram may take to draw, in milliseconds. */
const drawBudget = 10_000;

export interface WebviewPage {
  readonly script: 'shell.js' | 'comparison.js';
  readonly title: string;
  readonly look?: PictureLook;
  readonly mouseNavigation?: MouseNavigation;
  /** What VS Code's context menu is told about the page; without, it has no entries of ours. */
  readonly menuContext?: string;
}

const previewRoot = (extensionUri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'dist', 'webview');

export function webviewPage(webview: vscode.Webview, extensionUri: vscode.Uri, page: WebviewPage): string {
  const root = previewRoot(extensionUri);
  const script = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(root, name)).toString();
  return previewHtml({
    language: vscode.env.language,
    title: page.title,
    nonce: createNonce(),
    menuContext: page.menuContext ?? JSON.stringify({ preventDefaultContextMenuItems: true }),
    cspSource: webview.cspSource,
    shellScript: script(page.script),
    ...(page.look === undefined ? {} : { look: page.look }),
    config: {
      frame: script('frame.js'),
      budget: drawBudget,
      mouseNavigation: page.mouseNavigation ?? 'always',
      texts: panelTexts((text) => vscode.l10n.t(text)),
    },
  });
}

/** Nothing but our own scripts is let in, and no form, command or file of others. */
export const webviewOptions = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  enableForms: false,
  enableCommandUris: false,
  localResourceRoots: [previewRoot(extensionUri)],
});
