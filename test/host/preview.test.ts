/** The preview panel as VS Code sees it: one panel, beside the text, which follows the active editor. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../extension/contributions.ts';
import { closeAll, openFile, openUntitled } from './helpers.ts';

const page = '# Tram\n\n```mermaid\nflowchart LR\n  stop[Stop] --> tram[Tram, 90 seats]\n```\n';

const previewTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('diagramGates.preview'));

/** Waits until the tabs are as wanted; the suite's timeout ends it otherwise. */
async function whenTabs(isWanted: (tabs: readonly vscode.Tab[]) => boolean): Promise<readonly vscode.Tab[]> {
  if (isWanted(previewTabs())) return previewTabs();
  return new Promise((resolve) => {
    const subscription = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!isWanted(previewTabs())) return;
      subscription.dispose();
      resolve(previewTabs());
    });
  });
}

const nameOf = (editor: vscode.TextEditor): string => editor.document.uri.path.split('/').at(-1) ?? '';
const openPreview = (...given: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(commands.openPreview.id, ...given);

describe('the preview panel', function () {
  this.timeout(30_000);
  afterEach(closeAll);

  it('opens beside the text and leaves the focus there', async () => {
    const editor = await openFile('md', page);
    await openPreview();
    const [tab] = await whenTabs((tabs) => tabs[0]?.label === `Preview ${nameOf(editor)}`);
    assert.equal(tab?.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    assert.equal(vscode.window.tabGroups.activeTabGroup.viewColumn, vscode.ViewColumn.One);
  });

  it('is one panel, however often it is opened', async () => {
    await openFile('md', page);
    await openPreview();
    await openPreview();
    await openPreview();
    assert.equal((await whenTabs((tabs) => tabs.length > 0)).length, 1);
  });

  it('follows the active editor to Mermaid files, MDX, and texts that were never saved', async () => {
    const first = await openFile('md', page);
    await openPreview();
    await whenTabs((tabs) => tabs[0]?.label === `Preview ${nameOf(first)}`);
    const second = await openFile('mmd', 'pie\n  "Day" : 60\n  "Night" : 40\n');
    await whenTabs((tabs) => tabs[0]?.label === `Preview ${nameOf(second)}`);
    const third = await openUntitled('markdown', page);
    await whenTabs((tabs) => tabs[0]?.label === `Preview ${nameOf(third)}`);
    const fourth = await openFile('mdx', page);
    assert.equal(fourth.document.languageId, 'mdx');
    await whenTabs((tabs) => tabs[0]?.label === `Preview ${nameOf(fourth)}`);
  });

  it('stays with its document when the active editor is no concern of it', async () => {
    const first = await openFile('md', page);
    await openPreview();
    await whenTabs((tabs) => tabs[0]?.label === `Preview ${nameOf(first)}`);
    await openUntitled('json', '{}');
    const second = await openFile('md', page);
    await whenTabs((tabs) => tabs[0]?.label === `Preview ${nameOf(second)}`);
    assert.equal(previewTabs().length, 1);
  });

  it('stays with its document while it is locked; opening makes one that follows', async () => {
    const first = await openFile('md', page);
    await openPreview();
    await whenTabs((tabs) => tabs[0]?.label === `Preview ${nameOf(first)}`);
    await vscode.commands.executeCommand(commands.lockPreview.id);
    const locked = `Preview ${nameOf(first)} (locked)`;
    await whenTabs((tabs) => tabs[0]?.label === locked);
    const second = await openFile('md', page);
    await openPreview();
    const labels = (tabs: readonly vscode.Tab[]): string => tabs.map(({ label }) => label).join();
    await whenTabs((tabs) => labels(tabs) === `${locked},Preview ${nameOf(second)}`);
    await openPreview();
    assert.equal(previewTabs().length, 2);
  });

  it('opens at the place that a lens names, also in a document that is not open', async () => {
    const uri = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'),
      `closed-${crypto.randomUUID()}.md`,
    );
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(page));
    await openPreview({ uri: uri.toString(), offset: 12 });
    await whenTabs((tabs) => tabs[0]?.label === `Preview ${uri.path.split('/').at(-1) ?? ''}`);
  });

  it('opens for a file that is not there, too, and for arguments that mean nothing', async () => {
    await openPreview({ uri: 'file:///nowhere/at-all.md', offset: 0 });
    assert.equal((await whenTabs((tabs) => tabs.length > 0)).length, 1);
    await openPreview({ uri: 7, offset: 'x' });
    assert.equal(previewTabs().length, 1);
  });
});
