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
    provideTextDocumentContent: (uri) => readShipped(extensionUri, uri.path),
  });
}

/** The text of a rule's page; rejects where there is none. */
export const readRulePageText = (extensionUri: vscode.Uri, alias: string): Promise<string> =>
  readShipped(extensionUri, rulePage(alias).path);

async function readShipped(extensionUri: vscode.Uri, path: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path));
  return new TextDecoder().decode(bytes);
}
