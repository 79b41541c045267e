/** Configuration files: what in them is not understood is underlined, and what they say reaches open pages. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  brokenPage,
  closeAll,
  diagnosticsOf,
  openFile,
  replace,
  whenClean,
  whenFaulty,
  withSetting,
  workspaceFolder,
} from './helpers.ts';

const place = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), name);

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(place(name), new TextEncoder().encode(text));

/** Waits until our diagnostics of a file stand on exactly these texts. */
function whenUnderlined(document: vscode.TextDocument, wanted: readonly string[]): Promise<void> {
  const underlined = (): readonly string[] => diagnosticsOf(document.uri).map(({ range }) => document.getText(range));
  return new Promise((resolve, reject) => {
    const end = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    const look = (): void => {
      if (underlined().join('\n') !== wanted.join('\n')) return;
      end();
      resolve();
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    const timer = setTimeout(() => {
      end();
      reject(new Error(`underlined instead: ${underlined().join(', ') || 'nothing'}`));
    }, 15_000);
    look();
  });
}

describe('configuration files', () => {
  const written = ['.diagram-gates.json', 'team.diagram-gates.json', 'plain.json'];

  afterEach(async () => {
    await closeAll();
    for (const name of written) await vscode.workspace.fs.delete(place(name)).then(undefined, () => undefined);
  });

  it('have what is not understood underlined as it is typed, with the name that was meant', async () => {
    await write('.diagram-gates.json', '{ "profle": "off", "rules": { "text-hevy": "off" } }');
    const editor = await vscode.window.showTextDocument(place('.diagram-gates.json'));
    const { document } = editor;
    await whenUnderlined(document, ['"profle"', '"text-hevy"']);
    const at = document.positionAt(document.getText().indexOf('text-hevy'));
    const actions: readonly vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
    );
    const change = actions.find(({ title }) => title === 'Change to `text-heavy`');
    assert(change?.edit !== undefined);
    assert(await vscode.workspace.applyEdit(change.edit));
    await whenUnderlined(document, ['"profle"']);
    await replace(editor, 'profle', 'profile');
    await whenUnderlined(document, []);
  });

  it('are completed from their schema: keys, rules and what each takes', async function () {
    this.timeout(60_000);
    await write('.diagram-gates.json', '{\n  "": "",\n  "profile": "",\n  "rules": { "": "" }\n}\n');
    const document = await vscode.workspace.openTextDocument(place('.diagram-gates.json'));
    await vscode.window.showTextDocument(document);
    const offered = async (before: string): Promise<readonly string[]> => {
      const at = document.positionAt(document.getText().indexOf(before) + before.length);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
    };
    // The language server of JSON starts with the first file, and reads the schema then.
    let keys = await offered('{\n  "');
    while (!keys.includes('profile') && !keys.includes('overrides')) keys = await offered('{\n  "');
    for (const key of ['extends', 'overrides', 'planes', 'words', 'target']) assert.ok(keys.includes(key), keys.join());
    const profiles = await offered('"profile": "');
    assert.deepEqual(profiles.filter((one) => ['off', 'syntax', 'standard', 'strict'].includes(one)).length, 4);
    assert.ok((await offered('"rules": { "')).includes('unquoted-label'));
  });

  it('say when what they extend leads in a circle or outside', async () => {
    await write('team.diagram-gates.json', '{ "extends": "./.diagram-gates.json" }');
    await write('.diagram-gates.json', '{ "extends": "team.diagram-gates.json" }');
    const { document } = await vscode.window.showTextDocument(place('.diagram-gates.json'));
    await whenUnderlined(document, ['"team.diagram-gates.json"']);
    await write('team.diagram-gates.json', '{ "extends": "../elsewhere.json" }');
    await whenUnderlined(document, []);
    const { document: team } = await vscode.window.showTextDocument(place('team.diagram-gates.json'));
    await whenUnderlined(team, ['"../elsewhere.json"']);
  });

  it('reach open pages when they, or what they extend, change', async () => {
    const { document } = await openFile('md', brokenPage);
    await whenFaulty(document.uri);
    await write('plain.json', '{ "profile": "off" }');
    await write('.diagram-gates.json', '{ "extends": "plain.json" }');
    await whenClean(document.uri);
    await write('plain.json', '{ "profile": "syntax" }');
    await whenFaulty(document.uri);
    await write('.diagram-gates.json', '{ "overrides": [{ "files": "made-*.md", "profile": "off" }] }');
    await whenClean(document.uri);
  });
});

describe('a baseline', () => {
  const name = '.diagram-gates-baseline.json';
  /** What a rule about whole pages found in a page of this name. */
  const write = (rule: string, page: string): Thenable<void> => {
    const text = JSON.stringify({ version: 1, documents: { [page]: [{ rule, text: '', near: '' }] } });
    return vscode.workspace.fs.writeFile(place(name), new TextEncoder().encode(text));
  };
  const wordy = `# Night train\n\n\`\`\`mermaid\nflowchart LR\n  desk --> seats\n\`\`\`\n\n${'Words and words. '.repeat(60).trim()}\n`;
  const isTextHeavy = ({ code }: vscode.Diagnostic): boolean => typeof code === 'object' && code.value === 'DG101';

  /** Waits until the page is found to tell more than it shows, or is not. */
  const whenTextHeavy = (uri: vscode.Uri, wanted: boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (diagnosticsOf(uri).some(isTextHeavy) !== wanted) return;
        subscription.dispose();
        resolve();
      };
      const subscription = vscode.languages.onDidChangeDiagnostics(look);
      look();
    });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(place(name)).then(undefined, () => undefined);
  });

  it('hides what it knows, from when it is written until it is gone', async () => {
    await withSetting('diagramGates.profile', 'standard', async () => {
      const { document } = await openFile('md', wordy);
      await whenTextHeavy(document.uri, true);
      await write('DG101/text-heavy', vscode.workspace.asRelativePath(document.uri, false));
      await whenTextHeavy(document.uri, false);
      await vscode.workspace.fs.delete(place(name));
      await whenTextHeavy(document.uri, true);
    });
  });
});
