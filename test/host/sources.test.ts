/** Pieces of pages are made from selected text, files and the clipboard, and pass the gates as they stand. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, workspaceFolder } from './helpers.ts';
import { active, assertGreen, create, frontMatter, text } from './sourcePages.ts';

const table = '| Item | Cost ($/month) |\n| --- | ---: |\n| Compute, 40 nodes | 5200 |\n| Storage, 90 TB | 2100 |\n';
const billPage = `${frontMatter}\n# Nordlicht in May\n\n${table}\nThe end.\n`;
const firstLine = 7;

function select(first: number, last: number): void {
  active().selection = new vscode.Selection(first, 0, last, active().document.lineAt(last).text.length);
}

describe('creating a diagram from a source in VS Code', () => {
  before(async () => {
    await vscode.extensions.getExtension('diagram-gates.diagram-gates')?.activate();
  });
  afterEach(closeAll);

  it('puts what it makes below the selection, passes every gate, and is undone in one step', async () => {
    await openFile('md', billPage);
    select(firstLine, firstLine + 3);
    await create({ kind: 'costs', from: 'selection', options: { title: 'Nordlicht, May 2026' } });
    const [before = '', after = ''] = text().split('\n## Nordlicht, May 2026: costs\n');
    assert.equal(before, billPage.slice(0, billPage.indexOf('\nThe end.')));
    assert(after.endsWith('-->\n\nThe end.\n'), after);
    const name = active().document.uri.path.replace(/.*\//, '');
    assert(after.includes(`    %% ${name}:10\n    "Compute, 40 nodes" : 5200\n`), after);
    await assertGreen('"Compute, 40 nodes"');
    await vscode.commands.executeCommand('undo');
    assert.equal(text(), billPage);
  });

  it('opens a new page for what is made from a file of data', async () => {
    const { document } = await openFile('csv', 'item,cost ($)\nCompute,5\nStorage,6\n');
    await create({ kind: 'costs', from: 'document', options: { title: 'Nordlicht' } });
    assert.equal(active().document.languageId, 'markdown');
    assert(text().startsWith('## Nordlicht: costs\n\n```mermaid\n'), text());
    assert.equal(document.getText(), 'item,cost ($)\nCompute,5\nStorage,6\n');
  });

  it('reads a chosen file', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), `bill-${crypto.randomUUID()}.csv`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('item,cost ($)\nCompute,5\nStorage,6\n'));
    await openFile('md', '# Page\n');
    await create({ kind: 'costs', from: 'file', uri });
    assert(text().startsWith('# Page\n\n## Bill'), text());
    assert(text().includes(`    %% ${uri.path.replace(/.*\//, '')}:3\n    "Storage" : 6\n`), text());
  });

  it('reads the clipboard', async function () {
    await openFile('md', '');
    const copied = 'item\tcost\nCompute\t€5\nStorage\t€7\n';
    await vscode.env.clipboard.writeText(copied);
    const found = await vscode.env.clipboard.readText();
    if (found !== copied) {
      console.log(`      skipped: this browser keeps its clipboard to itself, and says ${JSON.stringify(found)}`);
      this.skip();
    }
    await create({ kind: 'costs', from: 'clipboard' });
    assert(text().includes('    title Bill: €12 (slices in €)\n    %% clipboard:3\n'), JSON.stringify(text()));
  });

  it('makes a green page of an incident log', async () => {
    const log = '14:22 UTC: Errors on /search start, 3% of requests\n14:26 UTC: PagerDuty pages the on-call\n14:44 UTC: search-api rolled back\n15:40 UTC: All clear\n'; // prettier-ignore
    await openFile('md', `${frontMatter}\n# Nordlicht in March\n\n${log}`);
    select(firstLine, firstLine + 3);
    await create({
      kind: 'postmortem',
      from: 'selection',
      options: { title: 'Nordlicht search, 3% of requests fail' },
    });
    assert(text().includes('| Resolution (TTR) | 14:22 | 15:40 | 78 min |'), text());
    await assertGreen('gantt\n');
  });

  it('copies the data behind the chart at the cursor', async function () {
    await openFile('md', '# Page\n\n```mermaid\npie\n  "Compute, large" : 30\n  "Storage" : 10\n```\n');
    active().selection = new vscode.Selection(4, 0, 4, 0);
    await vscode.env.clipboard.writeText('nothing');
    if ((await vscode.env.clipboard.readText()) !== 'nothing') {
      console.log('      skipped: this browser keeps its clipboard to itself');
      this.skip();
    }
    await vscode.commands.executeCommand('diagramGates.copyData', 'csv');
    assert.equal(
      await vscode.env.clipboard.readText(),
      'Slice,Value,Share\r\n"Compute, large",30,75.0%\r\nStorage,10,25.0%\r\n',
    );
    await vscode.commands.executeCommand('diagramGates.copyData', 'markdown');
    assert.equal(
      await vscode.env.clipboard.readText(),
      '| Slice | Value | Share |\n| --- | ---: | ---: |\n| Compute, large | 30 | 75.0% |\n| Storage | 10 | 25.0% |\n',
    );
  });

  it('inserts nothing where the source is wrong', async () => {
    const wrong = billPage.replace('2100', 'much');
    await openFile('md', wrong);
    select(firstLine, firstLine + 3);
    await create({ kind: 'costs', from: 'selection' });
    assert.equal(text(), wrong);
  });

  it('asks what it is, with what it looks like on top, and for what nobody said', async () => {
    await openFile('md', billPage);
    select(firstLine, firstLine + 3);
    const asking = { isOpen: true };
    const done = Promise.resolve(create()).finally(() => (asking.isOpen = false));
    // Each accepts whatever is asked: the first kind, then no number of users.
    while (asking.isOpen) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert(text().includes('pie showData'), text());
    assert(!text().includes('Cost per user'));
  });
});
