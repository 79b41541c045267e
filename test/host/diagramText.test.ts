/** The command *Show Diagram as Text*: a read-only text beside the page that follows it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, diagramTextScheme } from '../../extension/contributions.ts';
import { closeAll, openFile, replace } from './helpers.ts';

const page =
  '# Tram\n\n```mermaid\nflowchart LR\n  stop[Stop] --> tram[Tram, 90 seats]\n```\n\n```mermaid\ninfo\n```\n';

const shownText = (): vscode.TextDocument | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === diagramTextScheme)?.document;

/** Waits until the text is as wanted; the suite's timeout ends it otherwise. */
async function whenText(matches: RegExp): Promise<string> {
  const now = shownText()?.getText() ?? '';
  if (matches.test(now)) return now;
  return new Promise((resolve) => {
    const subscription = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== diagramTextScheme || !matches.test(document.getText())) return;
      subscription.dispose();
      resolve(document.getText());
    });
  });
}

/** The preview's title says whose page it shows once that was checked. */
async function whenChecked(editor: vscode.TextEditor, place: object): Promise<void> {
  await vscode.commands.executeCommand(commands.openPreview.id, place);
  const label = `Preview ${editor.document.uri.path.split('/').at(-1) ?? ''}`;
  const isThere = (): boolean =>
    vscode.window.tabGroups.all.some((group) => group.tabs.some((tab) => tab.label === label));
  if (isThere()) return;
  await new Promise<void>((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!isThere()) return;
      subscription.dispose();
      resolve();
    });
  });
}

describe('a diagram as text', function () {
  this.timeout(30_000);
  afterEach(closeAll);

  it('opens beside the page and follows it', async () => {
    const editor = await openFile('md', page);
    const place = { uri: editor.document.uri.toString(), offset: page.indexOf('stop') };
    await whenChecked(editor, place);
    await vscode.commands.executeCommand(commands.showText.id, place);
    const text = await whenText(/Parts/);
    const name = editor.document.uri.path.split('/').at(-1) ?? '';
    assert.equal(
      text,
      `Flowchart, diagram 1 of 2 in ${name}\n\nParts:\n  Stop\n  Tram, 90 seats\nConnections:\n  Stop -> Tram, 90 seats\n`,
    );
    await replace(editor, '90 seats', '120 seats');
    await whenText(/Stop -> Tram, 120 seats/);
  });

  it('is not opened for a type that nobody can tell', async () => {
    const editor = await openFile('md', page);
    const place = { uri: editor.document.uri.toString(), offset: page.indexOf('info') };
    await whenChecked(editor, place);
    await vscode.commands.executeCommand(commands.showText.id, place);
    assert.equal(shownText(), undefined);
  });
});
