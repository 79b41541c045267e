/** Pages that nobody has opened: found, followed and repaired. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { brokenLine, brokenPage, diagnosticsOf, repairedLine, whenClean, whenFaulty } from './helpers.ts';
import { findingsBelow, makeSet, whenFindings, write } from './workspaceSet.ts';

describe('checking the workspace', () => {
  let folder: vscode.Uri;
  let page: vscode.Uri;

  beforeEach(async () => {
    folder = await makeSet({ 'deep/closed.md': brokenPage, 'node_modules/theirs.md': brokenPage });
    page = vscode.Uri.joinPath(folder, 'deep/closed.md');
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

  it('takes up pages that come with their folder, and lets go of those that leave with it', async () => {
    await vscode.commands.executeCommand('diagramGates.checkWorkspace');
    await whenFaulty(page);
    await vscode.workspace.fs.rename(vscode.Uri.joinPath(folder, 'deep'), vscode.Uri.joinPath(folder, 'moved'));
    const moved = vscode.Uri.joinPath(folder, 'moved/closed.md');
    await whenFaulty(moved);
    assert.deepEqual(diagnosticsOf(page), []);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'moved'), { recursive: true });
    await whenClean(moved);
  });

  it('minds a .gitignore and a configuration that come later', async () => {
    await vscode.commands.executeCommand('diagramGates.checkWorkspace');
    const faults = findingsBelow(folder);
    const ignores = vscode.Uri.joinPath(folder, 'deep/.gitignore');
    await write(ignores, '*.md\n');
    await whenFindings(folder, (lines) => lines.length === 0);
    await vscode.workspace.fs.delete(ignores);
    await whenFindings(folder, (lines) => lines.length === faults.length);
    const configuration = vscode.Uri.joinPath(folder, 'deep/.diagram-gates.json');
    await write(configuration, '{ "profile": "off" }');
    await whenFindings(folder, (lines) => lines.length === 0);
    await vscode.workspace.fs.delete(configuration);
    await whenFindings(folder, (lines) => lines.length === faults.length);
  });

  it('checks a page again when one that it points to changes', async () => {
    await write(vscode.Uri.joinPath(folder, '.diagram-gates.json'), '{ "profile": "standard" }');
    const links = vscode.Uri.joinPath(folder, 'deep/links.md');
    await write(links, `${brokenPage.replace(brokenLine, repairedLine)}\nSee [the other](closed.md#seats).\n`);
    await vscode.commands.executeCommand('diagramGates.checkWorkspace');
    const isMissing = (lines: readonly string[]): boolean =>
      lines.some((line) => line.startsWith('deep/links.md:') && line.includes('seats'));
    await whenFindings(folder, isMissing);
    await write(page, `${brokenPage}\n## Seats\n`);
    await whenFindings(folder, (lines) => !isMissing(lines));
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
