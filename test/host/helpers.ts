/** What the tests inside VS Code share: documents to open, and waiting for what the extension shows. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A fault on its own line, and what it becomes when it is repaired. */
export const brokenLine = '  desk[Booking (desk)] --> seats';
export const repairedLine = '  desk["Booking (desk)"] --> seats';

/** A Mermaid text whose line 1 (0-based) has a fault. */
export const brokenDiagram = `flowchart LR\n${brokenLine}\n  seats --> pay\n`;

/** A page with that diagram; the fault stands in line 5 (0-based). */
export const brokenPage = `# Night train\n\nHow a seat is held.\n\n\`\`\`mermaid\n${brokenDiagram}\`\`\`\n`;
export const faultLine = brokenPage.slice(0, brokenPage.indexOf(brokenLine)).split('\n').length - 1;

/** Our diagnostics of a document. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'diagram-gates');
}

/** Those that say a diagram does not render. */
export function faultsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return diagnosticsOf(uri).filter((one) => one.severity === vscode.DiagnosticSeverity.Error);
}

/** Waits until the faults of a document are as wanted; rejects in time to say what they are instead. */
export async function whenDiagnostics(
  uri: vscode.Uri,
  isWanted: (faults: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const now = faultsOf(uri);
  if (isWanted(now)) return now;
  return new Promise((resolve, reject) => {
    const end = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    const timer = setTimeout(() => {
      end();
      const faults = faultsOf(uri).map((fault) => `${fault.range.start.line}: ${fault.message}`);
      const text = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText();
      reject(
        new Error(`instead of the wanted faults: ${faults.join(', ') || 'none'}, in ${text ?? 'no open document'}`),
      );
    }, patience);
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      const faults = faultsOf(uri);
      if (!isWanted(faults)) return;
      end();
      resolve(faults);
    });
  });
}

/** Milliseconds; shorter than the suite's own, which knows only that a test took too long. */
const patience = 15_000;

export const whenFaulty = (uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> =>
  whenDiagnostics(uri, (faults) => faults.length > 0);

export const whenClean = (uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> =>
  whenDiagnostics(uri, (faults) => faults.length === 0);

/** Writes a new file into the workspace and shows it. */
export async function openFile(extension: string, content: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), `made-${crypto.randomUUID()}.${extension}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(uri);
}

/**
 * Shows a text that was never saved. Its name is new each time: VS Code keeps a copy of what was not saved for a while,
 * and a text that takes the name of one just closed may get that copy's content.
 */
export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `made-${crypto.randomUUID()}` });
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  await vscode.languages.setTextDocumentLanguage(editor.document, language);
  return editor;
}

export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert(folder !== undefined, 'the suite runs in a workspace folder');
  return folder;
}

/** Replaces the first `from` of a document, as a program would: not at the cursor. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(from);
  assert(start >= 0, `the document has ${from}`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, to);
  assert(await vscode.workspace.applyEdit(edit));
}

/** Sets a setting of ours in the workspace until the end of `during`. */
export async function withSetting(key: string, value: unknown, during: () => Promise<void>): Promise<void> {
  const configuration = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration();
  const before = configuration().inspect(key)?.workspaceValue;
  await configuration().update(key, value, vscode.ConfigurationTarget.Workspace);
  try {
    await during();
  } finally {
    await configuration().update(key, before, vscode.ConfigurationTarget.Workspace);
  }
}

/** Closes every editor and loses what was not saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some((group) => group.tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Runs what a lens or an action would run. */
export async function run(command: vscode.Command): Promise<void> {
  const given: readonly unknown[] = command.arguments ?? [];
  await vscode.commands.executeCommand(command.command, ...given);
}
