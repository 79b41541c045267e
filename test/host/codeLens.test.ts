/** The lenses above a fence: what can be done with the diagram, and what is wrong with it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../extension/contributions.ts';
import { brokenPage, closeAll, faultLine, openFile, run, whenFaulty, withSetting } from './helpers.ts';

const lensesOf = async (editor: vscode.TextEditor): Promise<readonly vscode.CodeLens[]> =>
  vscode.commands.executeCommand('vscode.executeCodeLensProvider', editor.document.uri, 10);
const titles = (lenses: readonly vscode.CodeLens[]): readonly string[] =>
  lenses.map(({ command }) => command?.title ?? '');

describe('the lenses', function () {
  this.timeout(30_000);
  afterEach(closeAll);

  it('are three above a diagram with faults, on the line of its fence', async () => {
    const editor = await openFile('md', brokenPage);
    await whenFaulty(editor.document.uri);
    const lenses = await lensesOf(editor);
    const [preview, exporting, faults, ...others] = lenses;
    assert.deepEqual(titles(lenses), ['Preview', 'Export…', '1 fault']);
    assert.equal(others.length, 0);
    assert.equal(preview?.range.start.line, 4);
    assert.equal(exporting?.command?.command, commands.exportDiagram.id);
    assert.ok(faults?.command !== undefined);
    await run(faults.command);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, faultLine);
  });

  it('are two above one without, and none where the setting says so', async () => {
    const diagram = '```mermaid\nflowchart LR\n  stop["Stop, 12 m"] --> tram["Tram, 90 seats"]\n```\n';
    const editor = await openFile('md', `# Tram\n\n${diagram}\n${diagram}`);
    const lenses = await lensesOf(editor);
    assert.deepEqual(titles(lenses).slice(0, 2), ['Preview', 'Export…']);
    assert.deepEqual([...new Set(lenses.map(({ range }) => range.start.line))], [2, 7]);
    await withSetting('diagramGates.codeLens.enabled', false, async () => {
      assert.deepEqual(titles(await lensesOf(editor)), []);
    });
  });
});
