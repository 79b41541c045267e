/** Pages that nobody has opened: found, followed and repaired. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  brokenLine,
  brokenPage,
  diagnosticsOf,
  repairedLine,
  whenClean,
  whenFaulty,
  workspaceFolder,
} from './helpers.ts';

const write = (uri: vscode.Uri, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

describe('checking the workspace', () => {
  let folder: vscode.Uri;
  let page: vscode.Uri;

  beforeEach(async () => {
    folder = vscode.Uri.joinPath(workspaceFolder(), `set-${crypto.randomUUID()}`);
    page = vscode.Uri.joinPath(folder, 'deep/closed.md');
    await write(page, brokenPage);
    await write(vscode.Uri.joinPath(folder, 'node_modules/theirs.md'), brokenPage);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('lists the faults of closed pages, follows their files, and forgets those that go', async () => {
    assert.deepEqual(diagnosticsOf(page), []);
    await vscode.commands.executeCommand('diagramGates.checkWorkspace');
    await whenFaulty(page);
    assert.deepEqual(diagnosticsOf(vscode.Uri.joinPath(folder, 'node_modules/theirs.md')), []);
    await write(page, brokenPage.replace(brokenLine, repairedLine));
    await whenClean(page);
    await write(page, brokenPage);
    await whenFaulty(page);
    await vscode.workspace.fs.delete(page);
    await whenClean(page);
  });

  it('says each fault once when a page is opened, and still says it when the page is closed again', async () => {
    await vscode.commands.executeCommand('diagramGates.checkWorkspace');
    const closed = (await whenFaulty(page)).length;
    await vscode.window.showTextDocument(page);
    await vscode.commands.executeCommand('diagramGates.checkDocument');
    await whenDiagnosticsCount(page, closed);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await whenDiagnosticsCount(page, closed);
  });

  it('repairs the diagrams of closed pages', async () => {
    await vscode.commands.executeCommand('diagramGates.fixWorkspace', false);
    const document = await vscode.workspace.openTextDocument(page);
    assert.equal(document.getText(), brokenPage.replace(brokenLine, repairedLine));
    await document.save();
  });
});

/** Waits until a document has so many faults. */
async function whenDiagnosticsCount(uri: vscode.Uri, count: number): Promise<void> {
  const faults = (): number =>
    diagnosticsOf(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
  if (faults() === count) return;
  await new Promise<void>((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (faults() !== count) return;
      subscription.dispose();
      resolve();
    });
  });
}
