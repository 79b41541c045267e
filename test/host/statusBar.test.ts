/** The list of gates leads to the faults. What the status bar looks like is seen from outside, by a browser. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { brokenPage, closeAll, faultLine, openUntitled, whenFaulty } from './helpers.ts';

describe('gates', () => {
  afterEach(closeAll);

  it('are listed by a command, and choosing the first that fails leads to its fault', async () => {
    const editor = await openUntitled('markdown', brokenPage);
    await whenFaulty(editor.document.uri);
    const list = { isOpen: true };
    const shown = Promise.resolve(vscode.commands.executeCommand('diagramGates.showGates')).finally(() => {
      list.isOpen = false;
    });
    // Nobody is told when the list has opened; before that, accepting does nothing.
    while (list.isOpen) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await shown;
    assert.equal(editor.selection.active.line, faultLine);
  });
});
