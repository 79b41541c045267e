/** The colours of planes: the command, what is offered under *Refactor…*, and the swatches beside hexadecimal colours. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { closeAll, openUntitled, whenClean } from './helpers.ts';

const system = `flowchart LR
  cdn["CloudFront"] --> cart["Cart service"]
  cart --> orders[("PostgreSQL 16")]
`;
const page = `# Shop\n\n> \`\`\`mermaid\n${system.replace(/^(?=.)/gm, '> ')}> \`\`\`\n\n# Steps\n\n\`\`\`mermaid\nflowchart LR\n  a --> b\n\`\`\`\n`;

const coloured =
  /> {3}cart --> orders\[\("PostgreSQL 16"\)\]\n> {3}classDef edgePlane fill:#3B82F6,.*\n(?:> {3}.*\n){5}> ```\n/;

const swatches = (uri: vscode.Uri): Thenable<readonly vscode.ColorInformation[]> =>
  vscode.commands.executeCommand('vscode.executeDocumentColorProvider', uri);

describe('plane colours', () => {
  afterEach(closeAll);

  it('are given by the command to the diagram at the cursor, in one undo step, and shown', async () => {
    const editor = await openUntitled('markdown', page);
    const { document } = editor;
    await whenClean(document.uri);
    editor.selection = new vscode.Selection(4, 0, 4, 0);
    await vscode.commands.executeCommand('diagramGates.colourByPlane');
    assert.match(document.getText(), coloured);
    const colours = await eventually('the swatches', async () => {
      const found = await swatches(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(colours.length, 9);
    const [first] = colours;
    assert(first !== undefined);
    assert.equal(document.getText(first.range), '#3B82F6');
    const [presentation] = await vscode.commands.executeCommand<readonly vscode.ColorPresentation[]>(
      'vscode.executeColorPresentationProvider',
      new vscode.Color(1, 0, 0, 1),
      { uri: document.uri, range: first.range },
    );
    assert.equal(presentation?.label, '#FF0000');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), page);
  });

  it('are offered with a legend, too, and nothing where there is no architecture', async () => {
    const { document } = await openUntitled('markdown', page);
    await whenClean(document.uri);
    const at = (line: number): Thenable<readonly vscode.CodeAction[]> =>
      vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(line, 0, line, 0),
        vscode.CodeActionKind.RefactorRewrite.value,
        50,
      );
    const titles = (actions: readonly vscode.CodeAction[]): readonly string[] => actions.map(({ title }) => title);
    const offered = await eventually('the offers', async () => {
      const found = (await at(4)).filter(({ title }) => title.startsWith('Colour'));
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(titles(offered), ['Colour diagram by plane', 'Colour diagram by plane, with a legend']);
    assert(offered[1]?.edit !== undefined);
    assert(await vscode.workspace.applyEdit(offered[1].edit));
    assert.match(document.getText(), /> {3}subgraph planeLegend\["Planes"\]\n/);
    await whenClean(document.uri);
    const last = document.lineCount - 3;
    assert.deepEqual(
      titles(await at(last)).filter((title) => title.startsWith('Colour')),
      [],
    );
  });
});
