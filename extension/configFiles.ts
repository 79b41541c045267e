/** Finds the configuration file that applies to a document and tells when one of them changed. */
import * as vscode from 'vscode';
import type { ConfigFile } from '../core/checking/protocol.ts';
import { configFileNames } from '../core/configuration/configFile.ts';
import type { Log } from '../core/ports.ts';
import { foldersUpward } from './upward.ts';

export class ConfigFiles implements vscode.Disposable {
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #owned: { dispose(): void }[] = [this.#changed];
  /** What each folder holds; emptied when a file appears, changes or goes. */
  readonly #folders = new Map<string, Promise<ConfigFile | undefined>>();

  /** Fires after a configuration file appeared, changed or went. */
  readonly onDidChange: vscode.Event<void> = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/{${configFileNames.join(',')}}`);
    const forget = (): void => {
      this.#folders.clear();
      this.#changed.fire();
    };
    this.#owned.push(
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
    );
  }

  /** The nearest file, looking from the document's folder up to its workspace folder; none outside of workspace folders. */
  async of(document: vscode.TextDocument): Promise<readonly ConfigFile[]> {
    const uri = placeOf(document);
    const root = vscode.workspace.getWorkspaceFolder(uri);
    if (root === undefined) return [];
    for (const folder of foldersUpward(uri.path, root.uri.path)) {
      const file = await this.#inFolder(root.uri.with({ path: folder }));
      if (file !== undefined) return [file];
    }
    return [];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #inFolder(folder: vscode.Uri): Promise<ConfigFile | undefined> {
    const key = folder.toString();
    const known = this.#folders.get(key) ?? this.#read(folder);
    this.#folders.set(key, known);
    return known;
  }

  async #read(folder: vscode.Uri): Promise<ConfigFile | undefined> {
    for (const name of configFileNames) {
      const uri = vscode.Uri.joinPath(folder, name);
      try {
        const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
        return { path: vscode.workspace.asRelativePath(uri), text };
      } catch (problem) {
        // Almost every folder has none; anything but that is worth a line in the log.
        if (!(problem instanceof vscode.FileSystemError && problem.code === 'FileNotFound')) {
          this.#log.warn(`could not read ${uri.toString()}: ${String(problem)}`);
        }
      }
    }
    return undefined;
  }
}

/** Where a document stands among files: a notebook's cell at its notebook, an unsaved text at the first workspace folder. */
function placeOf(document: vscode.TextDocument): vscode.Uri {
  if (document.uri.scheme === 'vscode-notebook-cell') {
    const notebook = vscode.workspace.notebookDocuments.find((one) =>
      one.getCells().some((cell) => cell.document === document),
    );
    return notebook?.uri ?? document.uri;
  }
  const first = vscode.workspace.workspaceFolders?.[0];
  if (document.uri.scheme === 'untitled' && first !== undefined) return vscode.Uri.joinPath(first.uri, 'untitled');
  return document.uri;
}
