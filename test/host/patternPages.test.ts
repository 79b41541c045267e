/** Each pattern of the library, inserted into a new page, leaves nothing to report there. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { patterns } from '../../core/patterns/library.ts';
import { closeAll, diagnosticsOf, openFile, whenFaulty } from './helpers.ts';

/** Planted after the pattern: once its fault is reported, what stands above it was judged as well. */
const planted = '\n\n```mermaid\nflowchart LR\n  a[Booking (desk)] --> b\n```\n';

describe('a pattern that was just inserted', function () {
  this.timeout(60_000);
  before(async () => {
    await vscode.extensions.getExtension('diagram-gates.diagram-gates')?.activate();
  });
  afterEach(closeAll);

  for (const { id, title } of patterns) {
    it(`${title} has no finding`, async () => {
      const editor = await openFile('md', '');
      await vscode.commands.executeCommand('diagramGates.insertPattern', id);
      const { document } = editor;
      const last = document.lineCount;
      const inserted = document.getText();
      assert(await editor.edit((edit) => edit.insert(document.positionAt(inserted.length), planted)));
      await whenFaulty(document.uri);
      const ofPattern = diagnosticsOf(document.uri).filter(({ range }) => range.start.line < last);
      assert.deepEqual(
        ofPattern.map(({ range, message }) => `${range.start.line + 1}: ${message}`),
        [],
      );
    });
  }
});
