/** Faults are underlined as somebody types, wherever a diagram can be written. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  brokenDiagram,
  brokenLine,
  brokenPage,
  closeAll,
  diagnosticsOf,
  faultLine,
  faultsOf,
  openFile,
  openUntitled,
  repairedLine,
  replace,
  whenClean,
  whenDiagnostics,
  whenFaulty,
  withSetting,
  workspaceFolder,
} from './helpers.ts';

const lines = (faults: readonly vscode.Diagnostic[]): readonly number[] => faults.map((one) => one.range.start.line);

describe('diagnostics', () => {
  afterEach(closeAll);

  it('stand on the faulty line of a Markdown file', async () => {
    const { document } = await openFile('md', brokenPage);
    assert.deepEqual(lines(await whenFaulty(document.uri)), [faultLine]);
  });

  it('stand on the faulty line of a Mermaid file', async () => {
    const { document } = await openFile('mmd', brokenDiagram);
    assert.equal(document.languageId, 'mermaid');
    assert.deepEqual(lines(await whenFaulty(document.uri)), [1]);
  });

  it('stand in texts that were never saved', async () => {
    const markdown = await openUntitled('markdown', brokenPage);
    assert.deepEqual(lines(await whenFaulty(markdown.document.uri)), [faultLine]);
    const mermaid = await openUntitled('mermaid', brokenDiagram);
    assert.deepEqual(lines(await whenFaulty(mermaid.document.uri)), [1]);
  });

  it('name the rule, link to its page and stay on one line', async () => {
    const { document } = await openFile('md', brokenPage);
    const [fault] = await whenFaulty(document.uri);
    assert(fault !== undefined && typeof fault.code === 'object');
    assert.match(String(fault.code.value), /^DG0\d\d$/);
    assert.equal(fault.range.isSingleLine, true);
    const page = await vscode.workspace.openTextDocument(fault.code.target);
    assert.equal(page.languageId, 'markdown');
    assert(page.getText().includes(String(fault.code.value)), 'the page speaks of the rule');
  });

  it('come and go with edits that are not saved', async () => {
    const editor = await openFile('md', brokenPage);
    const { uri } = editor.document;
    await whenFaulty(uri);
    await replace(editor, brokenLine, repairedLine);
    await whenClean(uri);
    await replace(editor, '  seats --> pay', '  seats[Seats (3)] --> pay');
    assert.deepEqual(lines(await whenFaulty(uri)), [faultLine + 1]);
    assert.equal(editor.document.isDirty, true);
  });

  it('move with the text above them', async () => {
    const editor = await openFile('md', brokenPage);
    await whenFaulty(editor.document.uri);
    await replace(editor, '# Night train\n', '# Night train\n\nOne more line.\n');
    await whenDiagnostics(editor.document.uri, (faults) => lines(faults)[0] === faultLine + 2);
  });

  it('go when the document is closed', async () => {
    const { document } = await openUntitled('markdown', brokenPage);
    await whenFaulty(document.uri);
    await closeAll();
    await whenClean(document.uri);
    assert.deepEqual(diagnosticsOf(document.uri), []);
  });

  it('stay when another extension changes the language, and go when the new one is not ours', async () => {
    const { document } = await openUntitled('markdown', brokenPage);
    await whenFaulty(document.uri);
    await vscode.languages.setTextDocumentLanguage(document, 'prompt');
    assert.deepEqual(lines(await whenFaulty(document.uri)), [faultLine]);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await whenClean(document.uri);
  });

  it('wait while somebody types in the faulty label, and come when the pause is over', async () => {
    const editor = await openUntitled('mermaid', 'flowchart LR\n  desk[Booking ] --> seats\n');
    await faultlessAfterCheck(editor);
    await typeInLabel(editor);
    await heldBack(editor);
    await whenFaulty(editor.document.uri);
  });

  it('no longer wait when the cursor leaves the line', async () => {
    const editor = await openUntitled('mermaid', 'flowchart LR\n  desk[Booking ] --> seats\n');
    await faultlessAfterCheck(editor);
    const shownInTheMiddle = async (): Promise<boolean> => {
      let isPauseOver = false;
      const pause = setTimeout(() => (isPauseOver = true), 1500);
      await typeInLabel(editor);
      await heldBack(editor);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await whenFaulty(editor.document.uri);
      clearTimeout(pause);
      return !isPauseOver;
    };
    // A machine may be busy for the whole pause; not each time.
    let tries = 5;
    while (!(await shownInTheMiddle())) {
      assert((tries -= 1) > 0, 'it came only when the pause was over');
      await vscode.commands.executeCommand('undo');
      await whenClean(editor.document.uri);
    }
  });

  it('change on saving only where that is wished', async () => {
    await withSetting('diagramGates.run', 'onSave', async () => {
      const editor = await openFile('md', brokenPage);
      const { document } = editor;
      await whenFaulty(document.uri);
      await replace(editor, brokenLine, repairedLine);
      // A second document is edited and checked later than the first would have been.
      const other = await openFile('md', brokenPage);
      await whenFaulty(other.document.uri);
      assert.equal(faultsOf(document.uri).length, 1);
      await document.save();
      await whenClean(document.uri);
    });
  });

  it('are off with the profile off, and come back with it', async () => {
    const { document } = await openFile('md', brokenPage);
    await whenFaulty(document.uri);
    await withSetting('diagramGates.profile', 'off', async () => {
      await whenClean(document.uri);
      assert.deepEqual(diagnosticsOf(document.uri), []);
    });
    await whenFaulty(document.uri);
  });

  it('follow a configuration file that appears and goes', async () => {
    const { document } = await openFile('md', brokenPage);
    await whenFaulty(document.uri);
    const file = vscode.Uri.joinPath(workspaceFolder(), '.diagram-gates.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{ "profile": "off" }'));
    try {
      await whenClean(document.uri);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await whenFaulty(document.uri);
  });
});

/** Makes sure the checker has seen the text, by way of a fault that is put in and taken out again. */
async function faultlessAfterCheck(editor: vscode.TextEditor): Promise<void> {
  await replace(editor, 'seats\n', 'seats[A (b)]\n');
  await whenFaulty(editor.document.uri);
  await replace(editor, 'seats[A (b)]\n', 'seats\n');
  await whenClean(editor.document.uri);
}

/** A keystroke in the label of line 1, with the cursor there. */
async function typeInLabel(editor: vscode.TextEditor): Promise<void> {
  const end = new vscode.Position(1, '  desk[Booking '.length);
  editor.selection = new vscode.Selection(end, end);
  assert(await editor.edit((edit) => edit.insert(end, '(')));
}

/** The text was checked since it was typed, and its faults are not shown. */
async function heldBack({ document }: vscode.TextEditor): Promise<void> {
  await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
  assert.deepEqual(faultsOf(document.uri), []);
}
