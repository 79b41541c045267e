/**
 * Shows the rules' pages that ship with the extension. They have a scheme of their own, so that the same link opens
 * a read-only page of this very version on the desktop, over a remote connection and in a browser.
 */
import * as vscode from 'vscode';
import { rulePagesScheme as scheme } from './contributions.ts';

/** Where a rule's page is shown; `alias` is the rule's name, such as `unquoted-label`. */
export function rulePage(alias: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/docs/gates/${alias}.md` });
}

/** Serves the pages from the extension's own folder. */
export function registerRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, uri.path));
      return new TextDecoder().decode(bytes);
    },
  });
}
