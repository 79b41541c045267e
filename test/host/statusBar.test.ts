/** Gates and lenses lead to the faults. What the status bar looks like is seen from outside, by a browser. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { brokenPage, closeAll, faultLine, openUntitled, run, whenFaulty, withSetting } from './helpers.ts';

const lensesOf = (document: vscode.TextDocument): Thenable<readonly vscode.CodeLens[]> =>
  vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 10);

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

describe('lenses', () => {
  afterEach(closeAll);

  it('stand above each diagram: its preview, and its faults', async () => {
    const second = '\n```mermaid\nflowchart LR\n  a --> b\n```\n';
    const { document } = await openUntitled('markdown', brokenPage + second);
    await whenFaulty(document.uri);
    const lenses = await lensesOf(document);
    const found = lenses.map((lens) => `${lens.range.start.line} ${lens.command?.title ?? ''}`);
    const fence = faultLine - 2;
    const secondFence = brokenPage.split('\n').length;
    assert.deepEqual(found.sort(), [`${fence} 1 fault`, `${fence} Preview`, `${secondFence} Preview`].sort());
    const preview = lenses.find((lens) => lens.command?.title === 'Preview');
    assert.deepEqual(preview?.command?.arguments, [
      { uri: document.uri.toString(), offset: brokenPage.indexOf('```mermaid') },
    ]);
  });

  it('lead to the first fault', async () => {
    const editor = await openUntitled('markdown', brokenPage);
    await whenFaulty(editor.document.uri);
    const command = (await lensesOf(editor.document)).find((lens) => lens.command?.title === '1 fault')?.command;
    assert(command !== undefined);
    await run(command);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, faultLine);
  });

  it('are gone where they are not wished', async () => {
    const { document } = await openUntitled('markdown', brokenPage);
    await whenFaulty(document.uri);
    await withSetting('diagramGates.codeLens.enabled', false, async () => {
      assert.deepEqual(await lensesOf(document), []);
    });
  });
});
