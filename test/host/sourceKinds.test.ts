/** Each kind of source, in every format that it is known in, becomes a piece of a page with nothing to report. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sources } from '../../core/sources/library.ts';
import { sourceFixtures } from '../support/sourceFixtures.ts';
import { closeAll, openFile } from './helpers.ts';
import { active, assertGreen, create, frontMatter, text } from './sourcePages.ts';

/** Tables alone have no diagram, and the gates ask for one on the page. */
const drawn = '\n```mermaid\nflowchart LR\n  a["checkout<br/>30 pods"] --> b["mail"]\n```\n';
const withoutDiagram: ReadonlySet<string> = new Set(['text-art/box.txt', 'metrics/paragraph.md']);

describe('a page made of a source in VS Code', function () {
  this.timeout(60_000);
  before(async () => {
    await vscode.extensions.getExtension('diagram-gates.diagram-gates')?.activate();
  });
  afterEach(closeAll);

  it('is tried for each kind', () => {
    const tried = new Set(sourceFixtures.map(({ kind }) => kind));
    assert.deepEqual(
      sources.map(({ id }) => id).filter((id) => !tried.has(id)),
      [],
    );
  });

  for (const { kind, file, options } of sourceFixtures) {
    it(`passes every gate from ${file}, and is taken back in one step`, async () => {
      const project = vscode.extensions.getExtension('diagram-gates.diagram-gates')?.extensionUri;
      assert(project !== undefined);
      const uri = vscode.Uri.joinPath(project, 'test/core/sources/fixtures', file);
      const page = `${frontMatter}\n# Nordlicht\n${withoutDiagram.has(file) ? drawn : ''}`;
      const { document } = await openFile('md', page);
      const end = document.positionAt(page.length);
      active().selection = new vscode.Selection(end, end);
      await create({ kind, from: 'file', uri, options });
      assert(text().startsWith(`${page}\n`) && text().length > page.length + 100, text());
      assert(text().includes(`${file.replace(/.*\//, '')}:`), 'figures name their lines');
      const [header = ''] = /^(?:gantt|pie|timeline|flowchart|sequenceDiagram|erDiagram)\b.*\n/m.exec(text()) ?? [];
      await assertGreen(header);
      await vscode.commands.executeCommand('undo');
      assert.equal(text(), page);
    });
  }
});
