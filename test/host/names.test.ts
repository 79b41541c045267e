/** Names in diagrams, as the editor asks for them: definitions, references, renaming, suggestions, the outline of a file. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { closeAll, openFile, openUntitled, whenClean, withSetting } from './helpers.ts';

const diagram = `flowchart LR
  desk[The desk] --> seats
  seats --> desk
  classDef busy fill:#B91C1C,color:#FFFFFF
  desk:::busy --> shop
`;
const page = `# Night train\n\nThe desk is open at night.\n\n> \`\`\`mermaid\n${diagram.replace(/^(?=.)/gm, '> ')}> \`\`\`\n`;

const lineOf = (text: string, needle: string): number => text.slice(0, text.indexOf(needle)).split('\n').length - 1;

/** The middle of a word, the first time it stands in the text. */
function at(document: vscode.TextDocument, needle: string, word: string): vscode.Position {
  const text = document.getText();
  return document.positionAt(text.indexOf(needle) + needle.indexOf(word) + 1);
}

const places = (found: readonly { range: vscode.Range }[]): readonly string[] =>
  found.map(({ range }) => `${range.start.line}:${range.start.character}-${range.end.character}`).toSorted();

async function openPage(): Promise<vscode.TextEditor> {
  const editor = await openUntitled('markdown', page);
  await whenClean(editor.document.uri);
  return editor;
}

describe('names in diagrams', () => {
  afterEach(closeAll);

  it('lead to where they are defined and to every place that speaks of them', async () => {
    const { document } = await openPage();
    const position = at(document, 'seats --> desk', 'desk');
    const definition = await vscode.commands.executeCommand<readonly vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    const first = lineOf(page, 'desk[The desk]');
    assert.deepEqual(places(definition), [`${first}:4-8`]);
    const uses = [`${first}:4-8`, `${first + 1}:14-18`, `${first + 3}:4-8`];
    for (const command of ['vscode.executeReferenceProvider', 'vscode.executeDocumentHighlights']) {
      const found = await vscode.commands.executeCommand<readonly { range: vscode.Range }[]>(
        command,
        document.uri,
        position,
      );
      assert.deepEqual(places(found), uses, command);
    }
  });

  it('are renamed wherever they are written, and in the diagram only', async () => {
    const { document } = await openPage();
    const rename = (to: string): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at(document, 'seats --> desk', 'desk'),
        to,
      );
    await vscode.workspace.applyEdit(await rename('counter'));
    const renamed = diagram
      .replace('desk[', 'counter[')
      .replace('--> desk', '--> counter')
      .replace('desk:::', 'counter:::');
    assert.equal(
      document.getText(),
      page.replace(diagram.replace(/^(?=.)/gm, '> '), renamed.replace(/^(?=.)/gm, '> ')),
    );
  });

  it('are not given to something else, nor to anything that Mermaid would not take', async () => {
    const { document } = await openPage();
    const rename = (to: string): Promise<unknown> =>
      Promise.resolve(
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          at(document, 'seats --> desk', 'desk'),
          to,
        ),
      );
    await assert.rejects(rename('seats'), /already has the name “seats”/);
    await assert.rejects(rename('end'), /does not take “end” as a name/);
    await assert.rejects(rename('the desk'), /does not take “the desk” as a name/);
    assert.equal(document.getText(), page);
    const prepared = Promise.resolve(
      vscode.commands.executeCommand('vscode.prepareRename', document.uri, at(document, 'desk[The desk]', 'The')),
    );
    await assert.rejects(prepared, /Put the cursor on the name of a node/);
  });

  it('are suggested where they fit, and types in the first line of a diagram', async () => {
    const editor = await openUntitled('markdown', '# Night train\n\n```mermaid\n\n```\n');
    await whenClean(editor.document.uri);
    const labels = async (position: vscode.Position, trigger?: string): Promise<readonly string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        position,
        trigger,
      );
      return list.items.map(({ label }) =>
        typeof label === 'string' ? label : `${label.label} (${label.description ?? ''})`,
      );
    };
    const types = await eventually('the types', async () => {
      const found = await labels(new vscode.Position(3, 0));
      return found.includes('sequenceDiagram') ? found : undefined;
    });
    assert.ok(types.includes('flowchart'));
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(3, 0), 'flowchart LR\n  desk[The desk] --> seats\n  seats --> '),
    );
    const inArrow = await eventually('the nodes', async () => {
      const found = await labels(new vscode.Position(5, 12));
      return found.includes('seats') ? found : undefined;
    });
    assert.ok(inArrow.includes('desk (The desk)'), inArrow.join(', '));
    assert.ok(!inArrow.includes('subgraph'));
    // Typing opens no list in which Enter would take something else than what was typed.
    assert.ok(!(await labels(new vscode.Position(5, 12), ' ')).includes('desk (The desk)'));
  });

  it('make the outline of a Mermaid file', async () => {
    const { document } = await openFile('mmd', 'flowchart LR\n  subgraph shop[The shop]\n    desk --> seats\n  end\n');
    await whenClean(document.uri);
    const symbols = await eventually('the outline', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found !== undefined && found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      symbols.map(({ name, detail, children }) => [name, detail, children.map((child) => child.name)]),
      [['The shop', 'shop', ['desk', 'seats']]],
    );
    await vscode.workspace.fs.delete(document.uri);
  });

  it('cause no check by themselves in a page that is checked on save', async () => {
    await withSetting('diagramGates.run', 'onSave', async () => {
      const editor = await openPage();
      const { document } = editor;
      const lit = async (): Promise<boolean> => {
        const found = await vscode.commands.executeCommand<readonly vscode.DocumentHighlight[] | undefined>(
          'vscode.executeDocumentHighlights',
          document.uri,
          at(document, 'seats --> desk', 'desk'),
        );
        // What the editor marks by itself are words; only we know which one defines.
        return found?.some(({ kind }) => kind === vscode.DocumentHighlightKind.Write) === true;
      };
      assert.equal(await lit(), true);
      await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'More.\n'));
      assert.equal(await lit(), false);
    });
  });
});
