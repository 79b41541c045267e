/** Which documents are checked, and that what is shown is always about the present text. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  brokenDiagram,
  brokenPage,
  closeAll,
  diagnosticsOf,
  faultLine,
  openFile,
  openUntitled,
  replace,
  whenDiagnostics,
  whenFaulty,
} from './helpers.ts';

/** A file system with one file, which may be written or not. */
class OneFile implements vscode.FileSystemProvider {
  readonly #content: Uint8Array;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(content: string) {
    this.#content = new TextEncoder().encode(content);
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#content.length };
  }
  readFile(): Uint8Array {
    return this.#content;
  }
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

/** Shows `/page.md` of a new file system until the end of `during`. */
const inFileSystem = async (
  scheme: string,
  isReadonly: boolean,
  during: (uri: vscode.Uri) => Promise<void>,
): Promise<void> => {
  const registration = vscode.workspace.registerFileSystemProvider(scheme, new OneFile(brokenPage), { isReadonly });
  try {
    const uri = vscode.Uri.from({ scheme, path: '/page.md' });
    await vscode.window.showTextDocument(uri);
    await during(uri);
    await closeAll();
  } finally {
    registration.dispose();
  }
};

describe('documents', () => {
  afterEach(closeAll);

  it('are checked in any file system that can be written to', async () => {
    await inFileSystem('diagram-gates-test-rw', false, async (uri) => {
      assert.deepEqual(
        (await whenFaulty(uri)).map((fault) => fault.range.start.line),
        [faultLine],
      );
    });
  });

  it('are left alone where they are only copies', async () => {
    await inFileSystem('diagram-gates-test-ro', true, async (uri) => {
      // A document of ours that was opened later has been checked by then.
      const ours = await openUntitled('markdown', brokenPage);
      await whenFaulty(ours.document.uri);
      assert.deepEqual(diagnosticsOf(uri), []);
    });
  });

  it('are checked in the cells of a notebook', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, brokenPage, 'markdown');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    assert.equal(document.uri.scheme, 'vscode-notebook-cell');
    assert.deepEqual(
      (await whenFaulty(document.uri)).map((fault) => fault.range.start.line),
      [faultLine],
    );
  });

  it('are Mermaid by their name where the language says nothing', async () => {
    const { document } = await openFile('mermaid', brokenDiagram);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    assert.deepEqual(
      (await whenFaulty(document.uri)).map((fault) => fault.range.start.line),
      [1],
    );
  });

  it('show the faults of the last of many edits', async () => {
    const editor = await openFile('md', brokenPage);
    for (let line = 1; line <= 25; line++) await replace(editor, '# Night train\n', `# Night train\n\nLine ${line}.\n`);
    const faults = await whenDiagnostics(editor.document.uri, ([fault]) => fault?.range.start.line === faultLine + 50);
    assert.equal(faults.length, 1);
  });
});
