/** Patterns of a workspace's own, made by hand or from a selection, stand beside the built-in ones. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** What is offered as a pattern at the start of a page that holds `/` alone, by title. */
async function patternsOffered({ uri }: vscode.TextDocument): Promise<ReadonlyMap<string, vscode.CompletionItem>> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    new vscode.Position(0, 1),
    '/',
  );
  return new Map(list.items.map((item) => [typeof item.label === 'object' ? item.label.label : item.label, item]));
}

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
    const offered = async (): Promise<vscode.CompletionItem | undefined> =>
      (await patternsOffered(document)).get('Service card');
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

describe('patterns that are links', function () {
  this.timeout(60_000);
  const root = (): string => path.join(workspaceFolder().fsPath, '.diagram-gates');
  const secret = pattern.replace('Service card', 'Secret of another folder');
  let outside: string;

  before(async () => {
    await vscode.extensions.getExtension('diagram-gates.diagram-gates')?.activate();
  });
  beforeEach(() => {
    outside = mkdtempSync(path.join(tmpdir(), 'diagram-gates-outside-'));
    mkdirSync(path.join(outside, 'patterns'));
    writeFileSync(path.join(outside, 'patterns/secret.md'), secret);
  });
  afterEach(async () => {
    await closeAll();
    for (const each of [root(), outside]) rmSync(each, { recursive: true, force: true });
  });

  /** Reads the folder anew, as an edit of one of its files does, and says which of the two patterns are offered. */
  async function readAnew(): Promise<readonly string[]> {
    const uri = vscode.Uri.file(path.join(root(), 'patterns/secret.md'));
    const editor = await vscode.window.showTextDocument(uri);
    assert(await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '# edited\n')));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const { document } = await openFile('md', '/');
    return [...(await patternsOffered(document)).keys()].filter((title) => /^(?:Service|Secret)/.test(title));
  }

  it('out of the workspace are not read, one file or the folder; what is no link is', async () => {
    mkdirSync(path.join(root(), 'patterns'), { recursive: true });
    writeFileSync(path.join(root(), 'patterns/service-card.md'), pattern);
    symlinkSync(path.join(outside, 'patterns/secret.md'), path.join(root(), 'patterns/secret.md'));
    assert.deepEqual(await readAnew(), ['Service card']);

    rmSync(path.join(root(), 'patterns'), { recursive: true });
    symlinkSync(path.join(outside, 'patterns'), path.join(root(), 'patterns'));
    assert.deepEqual(await readAnew(), []);

    rmSync(root(), { recursive: true });
    symlinkSync(outside, root());
    assert.deepEqual(await readAnew(), []);

    rmSync(root());
    mkdirSync(path.join(root(), 'patterns'), { recursive: true });
    writeFileSync(path.join(root(), 'patterns/secret.md'), secret);
    assert.deepEqual(await readAnew(), ['Secret of another folder']);
  });

  for (const [what, link] of [
    ['the folder', () => symlinkSync(outside, root())],
    [
      'the file',
      () => {
        mkdirSync(path.join(root(), 'patterns'), { recursive: true });
        symlinkSync(path.join(outside, 'patterns/secret.md'), path.join(root(), 'patterns/secret.md'));
      },
    ],
  ] as const) {
    it(`are not written through when ${what} is one`, async () => {
      link();
      const editor = await openFile('md', '## Secret\n\n| Berth | Ship |\n| --- | --- |\n| 4 | Anna |\n');
      editor.selection = new vscode.Selection(0, 0, 5, 0);
      let isDone = false;
      const done = vscode.commands.executeCommand('diagramGates.saveSelectionAsPattern').then(() => {
        isDone = true;
      });
      await repeat(accept, () => isDone);
      await done;
      assert.equal(readFileSync(path.join(outside, 'patterns/secret.md'), 'utf8'), secret);
      assert.deepEqual(readdirSync(path.join(outside, 'patterns')), ['secret.md']);
    });
  }
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
