/** A folder of pages inside the workspace, for the tests about all of them. */
import * as vscode from 'vscode';
import { workspaceFolder } from './helpers.ts';

export const write = (uri: vscode.Uri, text: string | Uint8Array): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, typeof text === 'string' ? new TextEncoder().encode(text) : text);

/** Writes files, by path, into a folder of a new name. */
export async function makeSet(files: Readonly<Record<string, string | Uint8Array>>): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(workspaceFolder(), `set-${crypto.randomUUID()}`);
  for (const [path, text] of Object.entries(files)) await write(vscode.Uri.joinPath(folder, path), text);
  return folder;
}

/** What is found below a folder, each as the command line writes it. */
export function findingsBelow(folder: vscode.Uri): readonly string[] {
  const top = `${folder.toString()}/`;
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.toString().startsWith(top))
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source }) => source === 'diagram-gates')
        .map(({ range: { start }, severity, code, message }) => {
          const rule = typeof code === 'object' ? code.value : code;
          const path = decodeURIComponent(uri.toString().slice(top.length));
          return `${path}:${start.line + 1}:${start.character + 1} ${severityWords[severity]} ${rule ?? ''} ${message}`;
        }),
    )
    .sort();
}

const severityWords = ['error', 'warning', 'info', 'hint'] as const;

/** Waits until what is found below a folder is as wanted. */
export async function whenFindings(folder: vscode.Uri, isWanted: (lines: readonly string[]) => boolean): Promise<void> {
  if (isWanted(findingsBelow(folder))) return;
  await new Promise<void>((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isWanted(findingsBelow(folder))) return;
      subscription.dispose();
      resolve();
    });
  });
}
