/** What renders here and not in Mermaid 11 is a warning, where somebody asks for it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, openUntitled, withSetting } from './helpers.ts';

const page = '# Edge\n\n```mermaid\nflowchart LR\n  reader --> edge[Lambda@Edge]\n```\n';

/** Waits until the document has a finding of the rule `target`, or has none. */
function whenTargeted(uri: vscode.Uri, wanted: boolean): Promise<vscode.Diagnostic | undefined> {
  const find = (): vscode.Diagnostic | undefined =>
    diagnosticsOf(uri).find(({ message }) => message.startsWith('This renders in Mermaid 12 but not in 11.17'));
  return new Promise((resolve) => {
    const look = (): void => {
      const found = find();
      if ((found !== undefined) !== wanted) return;
      subscription.dispose();
      resolve(found);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

describe('the target', () => {
  afterEach(closeAll);

  it('may be both Mermaids; the repair is offered, and never made unasked', async () => {
    await withSetting('diagramGates.target', 'both', async () => {
      const { document } = await openUntitled('markdown', page);
      const warning = await whenTargeted(document.uri, true);
      assert.equal(warning?.severity, vscode.DiagnosticSeverity.Warning);
      assert.equal(document.getText(warning.range), '@');

      await vscode.commands.executeCommand('diagramGates.fixDocument');
      assert.equal(document.getText(), page);

      const actions: readonly vscode.CodeAction[] = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        warning.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const repair = actions.find(({ title }) => title === 'Put the label in double quotes');
      assert(repair?.edit !== undefined && repair.isPreferred !== true);
      assert(await vscode.workspace.applyEdit(repair.edit));
      await whenTargeted(document.uri, false);
      assert.equal(document.getText(), page.replace('Lambda@Edge', '"Lambda@Edge"'));
    });
  });
});
