/** References to files: what is missing is underlined, and follows the files as they come, change and go. */
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, openFile, replace, workspaceFolder } from './helpers.ts';

const place = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), name);

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(place(name), new TextEncoder().encode(text));

/** What is underlined for leading nowhere. */
const underlinedIn = (document: vscode.TextDocument): string =>
  diagnosticsOf(document.uri)
    .filter(({ code }) => typeof code === 'object' && /^DG70[12]\b/.test(String(code.value)))
    .map(({ range }) => document.getText(range))
    .join(' ');

/** Waits until exactly these texts, with a blank between them, lead nowhere. */
function whenMissing(document: vscode.TextDocument, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    const look = (): void => {
      if (underlinedIn(document) !== wanted) return;
      end();
      resolve();
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    const timer = setTimeout(() => {
      end();
      reject(new Error(`missing instead of '${wanted}': '${underlinedIn(document)}'`));
    }, 15_000);
    look();
  });
}

const page = (links: string): string =>
  `---\ndiagram-gates: { profile: standard }\n---\n\n# Ferry\n\n\`\`\`mermaid\nflowchart LR\n  quay --> boat\n\`\`\`\n\n${links}\n`;

describe('references to files', () => {
  const written = ['timetable.md', 'piers/north.md'];

  afterEach(async () => {
    await closeAll();
    for (const name of written) await vscode.workspace.fs.delete(place(name)).then(undefined, () => undefined);
  });

  it('are underlined until the file is there, and again when it is gone', async () => {
    const { document } = await openFile('md', page('[When](timetable.md), [where](piers/north.md)'));
    await whenMissing(document, 'timetable.md piers/north.md');
    await write('timetable.md', '# Timetable\n');
    await whenMissing(document, 'piers/north.md');
    await write('piers/north.md', '# North\n');
    await whenMissing(document, '');
    await vscode.workspace.fs.delete(place('timetable.md'));
    await whenMissing(document, 'timetable.md');
  });

  it('follow the headings of another page as it is typed, saved or not', async () => {
    await write('timetable.md', '# Summer\n');
    const { document } = await openFile('md', page('[Winter](timetable.md#winter)'));
    await whenMissing(document, '#winter');
    const other = await vscode.window.showTextDocument(place('timetable.md'), { viewColumn: vscode.ViewColumn.Beside });
    await replace(other, 'Summer', 'Winter');
    await whenMissing(document, '');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await whenMissing(document, '#winter');
  });
});
