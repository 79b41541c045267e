/** Patterns are inserted by command and by typing, with tab stops that live. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { costBreakdown } from '../../core/patterns/cost/breakdown.ts';
import { incidentTimeline } from '../../core/patterns/incident/timeline.ts';
import { patterns } from '../../core/patterns/library.ts';
import { fillDefaults } from '../../core/patterns/render.ts';
import { systemArchitecture } from '../../core/patterns/system/architecture.ts';
// Pages are files with names of their own: VS Code gives unsaved pages the same name again, and with it their past.
import { closeAll, openFile, openUntitled } from './helpers.ts';

const insertPattern = 'diagramGates.insertPattern';
const [architecture, incident, cost] = [systemArchitecture, incidentTimeline, costBreakdown];

function active(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert(editor !== undefined, 'an editor is open');
  return editor;
}

const text = (): string => active().document.getText();
const selected = (): string => active().document.getText(active().selection);

function putCursor(line: number, character = 0): void {
  active().selection = new vscode.Selection(line, character, line, character);
}

const type = async (typed: string): Promise<void> => {
  for (const key of typed) await vscode.commands.executeCommand('type', { text: key });
};

/** Waits for what VS Code does without saying when it is done; the suite's timeout ends it otherwise. */
async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Repeats a command, which does nothing as long as the list it accepts is not there, until the text changes. */
async function acceptUntilChanged(command: string, before: string): Promise<void> {
  while (vscode.window.activeTextEditor?.document.getText() === before) {
    await vscode.commands.executeCommand(command);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('inserting a pattern in VS Code', () => {
  before(async () => {
    await vscode.extensions.getExtension('diagram-gates.diagram-gates')?.activate();
  });
  afterEach(closeAll);

  it('puts it on lines of its own, with the first tab stop selected', async () => {
    await openFile('md', '# Page\n\nBefore.\nAfter.\n');
    putCursor(3);
    await vscode.commands.executeCommand(insertPattern, architecture.id);
    assert.equal(text(), `# Page\n\nBefore.\nAfter.\n\n${fillDefaults(architecture)}\n`);
    assert.equal(selected(), 'Checkout');
  });

  it('is undone in one step', async () => {
    await openFile('md', '# Page\n');
    putCursor(1);
    await vscode.commands.executeCommand(insertPattern, cost.id);
    assert.notEqual(text(), '# Page\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(text(), '# Page\n');
  });

  it('mirrors what is typed and leads on to the next field', async () => {
    await openFile('md', '');
    await vscode.commands.executeCommand(insertPattern, cost.id);
    assert.equal(selected(), 'Checkout platform');
    await type('Search');
    assert.match(text(), /^## Search: cost in May 2026$/m);
    assert.match(text(), /title Search, May 2026: \$104\.5K a month/);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(selected(), 'May 2026');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(selected(), 'Compute: EKS, 140 m7g.2xlarge');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(selected(), '33.4');
    await type('40.2');
    assert.match(text(), /"Compute: EKS, 140 m7g\.2xlarge" : 40\.2$/m);
    assert.match(text(), /night \| 40\.2 \| 20\.1 \|/);
  });

  it('offers the options of a choice', async () => {
    await openFile('md', '');
    await vscode.commands.executeCommand(insertPattern, incident.id);
    // Organisation, date, share, scope, symptom, then the time zone.
    for (let stop = 1; stop < 6; stop += 1) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(selected(), 'UTC');
    const before = text();
    await vscode.commands.executeCommand('selectNextSuggestion');
    await acceptUntilChanged('acceptSelectedSuggestion', before);
    assert.match(text(), /for 49 min \(CET\)/);
  });

  it('puts only the diagram into an empty fence, indented as the fence is', async () => {
    await openFile('md', '- item\n\n  ```mermaid\n  \n  ```\n');
    putCursor(3, 2);
    await vscode.commands.executeCommand(insertPattern, incident.id);
    const indented = fillDefaults(incident, 'diagram').replaceAll(/\n(?=.)/g, '\n  ');
    assert.equal(text(), `- item\n\n  \`\`\`mermaid\n  ${indented}\n  \`\`\`\n`);
  });

  it('opens a Markdown page where there is no editor', async () => {
    assert.equal(vscode.window.activeTextEditor, undefined);
    await vscode.commands.executeCommand(insertPattern, architecture.id);
    assert.equal(active().document.languageId, 'markdown');
    assert.equal(active().document.isUntitled, true);
    assert.equal(text(), fillDefaults(architecture));
  });

  it('fills an empty Mermaid file, and opens a page rather than spoil one that has a diagram', async () => {
    const file = (await openFile('mmd', '')).document;
    await vscode.commands.executeCommand(insertPattern, cost.id);
    assert.equal(file.getText(), fillDefaults(cost, 'diagram'));
    await vscode.commands.executeCommand(insertPattern, cost.id);
    assert.equal(file.getText(), fillDefaults(cost, 'diagram'));
    assert.equal(text(), fillDefaults(cost));
  });

  it('asks which pattern when none is named, and whether to answer first', async () => {
    await openFile('md', '');
    const done = vscode.commands.executeCommand(insertPattern);
    await acceptUntilChanged('workbench.action.acceptSelectedQuickOpenItem', '');
    await done;
    assert.equal(text(), fillDefaults(architecture));
  });
});

describe('the snippet file in VS Code', () => {
  afterEach(closeAll);

  const insertSnippet = (name: string, langId: string): Thenable<unknown> =>
    vscode.commands.executeCommand('editor.action.insertSnippet', { name, langId });

  it('has the page for Markdown', async () => {
    await openFile('md', '');
    await insertSnippet('Cost breakdown', 'markdown');
    await until(() => text() !== '');
    assert.equal(text(), fillDefaults(cost));
    assert.equal(selected(), 'Checkout platform');
  });

  it('has the diagram alone for Mermaid', async () => {
    await openFile('mmd', '');
    await insertSnippet('Cost breakdown, diagram', 'mermaid');
    await until(() => text() !== '');
    assert.equal(text(), fillDefaults(cost, 'diagram'));
  });
});

describe('typing the trigger of a pattern in VS Code', function () {
  // Asking for completions by program waits for VS Code's own Markdown server too, which starts for the first of them.
  this.timeout(60_000);
  before(async () => {
    await vscode.extensions.getExtension('diagram-gates.diagram-gates')?.activate();
  });
  afterEach(closeAll);

  async function offered(content: string, line: number, character: number): Promise<readonly vscode.CompletionItem[]> {
    const { document } = await openFile('md', content);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(line, character),
      content.split('\n')[line]?.charAt(character - 1),
    );
    return list.items.filter((item) => typeof item.label === 'object' && item.label.description?.startsWith('dg-'));
  }

  it('offers every pattern after `dg-` and after a slash, on a line of its own', async () => {
    const titles = patterns.map(({ title }) => title);
    const label = (item: vscode.CompletionItem) => (typeof item.label === 'string' ? item.label : item.label.label);
    assert.deepEqual((await offered('# Page\n\ndg-', 2, 3)).map(label), titles);
    assert.deepEqual((await offered('# Page\n\n/', 2, 1)).map(label), titles);
    assert.deepEqual(await offered('and/', 0, 4), []);
    assert.deepEqual(await offered('```sh\n/\n```', 1, 1), []);
  });

  it('leaves the list to the snippet file when suggestions are asked for, so that nothing is there twice', async () => {
    const { document } = await openFile('md', 'dg-');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, 3),
    );
    const costs = items.filter(({ label }) => JSON.stringify(label).includes('dg-cost"'));
    assert.equal(costs.length, 1);
  });

  it('inserts what is chosen, although Markdown makes no suggestions by itself', async () => {
    await openFile('md', '# Page\n\n');
    putCursor(2);
    await type('/cost');
    await acceptUntilChanged('acceptSelectedSuggestion', '# Page\n\n/cost');
    assert.equal(text(), `# Page\n\n${fillDefaults(cost)}`);
    assert.equal(selected(), 'Checkout platform');
  });

  it('offers the diagram alone inside a fence', async () => {
    const items = await offered('```mermaid\n/\n```', 1, 1);
    const inserted = items.map(({ insertText }) => (typeof insertText === 'object' ? insertText.value : insertText));
    assert.deepEqual(
      inserted.map((snippet) => snippet?.split('\n')[0]),
      patterns.map((pattern) => fillDefaults(pattern, 'diagram').split('\n')[0]),
    );
  });

  it('works on a page that was never saved', async () => {
    await openUntitled('markdown', '');
    await type('dg-inc');
    await acceptUntilChanged('acceptSelectedSuggestion', 'dg-inc');
    assert.equal(text(), fillDefaults(incident));
  });
});
