/** The extension is there and starts in a real VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
  it('is found under its published id', () => {
    assert.notEqual(vscode.extensions.getExtension('diagram-gates.diagram-gates'), undefined);
  });

  it('activates when a Markdown page is opened', async () => {
    const [page] = await vscode.workspace.findFiles('page.md');
    assert(page !== undefined, 'the workspace has a page.md');
    await vscode.window.showTextDocument(page);
    const extension = vscode.extensions.getExtension('diagram-gates.diagram-gates');
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
