/** Patterns of a workspace's own, made by hand or from a selection, stand beside the built-in ones. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caseStudyPage } from '../../core/patterns/caseStudy/write.ts';
import { closeAll, openFile, workspaceFolder } from './helpers.ts';
import { assertGreen } from './sourcePages.ts';

const text = (): string => vscode.window.activeTextEditor?.document.getText() ?? '';

const pattern = `---
title: Service card
fields:
  - { name: service, default: checkout }
---

## \${service}
`;

const folder = (): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), '.diagram-gates', 'patterns');

async function write(name: string, content: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return uri;
}

/** Repeats what does nothing as long as VS Code has not seen a file or shown a question; the suite's timeout ends it. */
async function repeat(step: () => Thenable<unknown>, isDone: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isDone())) {
    await step();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const accept = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

describe('patterns of the workspace', function () {
  this.timeout(60_000);
  before(async () => {
    await vscode.extensions.getExtension('diagram-gates.diagram-gates')?.activate();
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), '..'), { recursive: true });
  });

  it('are offered by their trigger and inserted', async () => {
    await write('service-card.md', pattern);
    const { document } = await openFile('md', '/');
    const offered = async (): Promise<vscode.CompletionItem | undefined> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 1),
        '/',
      );
      return list.items.find(({ label }) => typeof label === 'object' && label.label === 'Service card');
    };
    let item = await offered();
    await repeat(
      async () => {
        item = await offered();
      },
      () => item !== undefined,
    );
    assert.equal((item?.insertText as vscode.SnippetString).value, '## ${1:checkout}$0');
    await openFile('md', '');
    await vscode.commands.executeCommand('diagramGates.insertPattern', 'team:service-card');
    assert.equal(text(), '## checkout');
  });

  it('are reported at their place when something is wrong, and no longer once it is right', async () => {
    const uri = await write('broken.md', pattern.replace('fields:', 'felds:'));
    const problems = (): readonly vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'team-pattern');
    await repeat(
      () => Promise.resolve(),
      () => problems().length > 0,
    );
    assert.deepEqual(
      problems().map(({ range, message }) => [range.start.line, range.start.character, message]),
      [[2, 0, 'There is no `felds` here; did you mean `fields`?']],
    );
    await write('broken.md', pattern);
    await repeat(
      () => Promise.resolve(),
      () => problems().length === 0,
    );
  });

  it('are made from a selection, which is kept as it was', async () => {
    const editor = await openFile(
      'md',
      '# Page\n\n## Berths of the day\n\n| Berth | Ship |\n| --- | --- |\n| 4 | Anna |\n',
    );
    editor.selection = new vscode.Selection(2, 0, 7, 0);
    const done = vscode.commands.executeCommand('diagramGates.saveSelectionAsPattern');
    await repeat(accept, () => text().startsWith('---'));
    await done;
    assert.match(text(), /^---\ntitle: "Berths of the day"\ntrigger: dg-berths-of-the-day\n/);
    assert.ok(text().endsWith('---\n\n## Berths of the day\n\n| Berth | Ship |\n| --- | --- |\n| 4 | Anna |\n'));
    await openFile('md', '');
    await repeat(
      () => vscode.commands.executeCommand('diagramGates.insertPattern', 'team:berths-of-the-day'),
      () => text() !== '',
    );
    assert.match(text(), /^## Berths of the day\n/);
  });
});

describe('a case study in VS Code', function () {
  this.timeout(60_000);
  afterEach(closeAll);

  it('is one page after questions that all have an answer already, with nothing to report in it', async () => {
    const done = vscode.commands.executeCommand('diagramGates.insertCaseStudy');
    await repeat(accept, () => text() !== '');
    await done;
    assert.equal(text(), caseStudyPage());
    const [header = ''] = /(?<=```mermaid\n).*\n/.exec(text()) ?? [];
    await assertGreen(header);
  });
});
