/** Pointing at what is underlined explains it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { brokenPage, closeAll, faultLine, openUntitled, whenFaulty } from './helpers.ts';

const hoverAt = async (document: vscode.TextDocument, position: vscode.Position): Promise<string> => {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
};

describe('hovering', () => {
  afterEach(closeAll);

  it('over a fault says why it matters and shows what passes', async () => {
    const { document } = await openUntitled('markdown', brokenPage);
    const [fault] = await whenFaulty(document.uri);
    assert(fault !== undefined);
    const text = await hoverAt(document, fault.range.start);
    assert.match(text, /Quotes change nothing for the reader/);
    assert.match(text, /This passes:[^]*```mermaid[^]*All about DG010 unquoted-label/);
    assert.match(text, /Mermaid’s own words:[^]*Expecting 'SQE'/);
    // Problems would list them, unfolded, below every fault.
    assert.deepEqual(fault.relatedInformation, []);
  });

  it('over sound text says nothing', async () => {
    const { document } = await openUntitled('markdown', brokenPage);
    await whenFaulty(document.uri);
    assert.doesNotMatch(await hoverAt(document, new vscode.Position(faultLine + 1, 4)), /All about/);
  });
});
