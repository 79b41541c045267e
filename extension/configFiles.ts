/** Finds the configuration files that apply to a document and tells when one of them changed. */
import * as vscode from 'vscode';
import type { ConfigFile } from '../core/checking/protocol.ts';
import { followExtends } from '../core/configuration/extends.ts';
import type { ConfigChain, PlacedConfig } from '../core/configuration/extends.ts';
import { configFileNames, isConfigFile } from '../core/configuration/fileNames.ts';
import type { Log } from '../core/ports.ts';
import { foldersUpward, relativePath, resolveInside } from './upward.ts';

export class ConfigFiles implements vscode.Disposable {
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #owned: { dispose(): void }[] = [this.#changed];
  /** The texts of files by URI, undefined for one that is not there; emptied when a configuration appears, changes or goes. */
  readonly #texts = new Map<string, Promise<string | undefined>>();

  /** Fires after a configuration file, or one that is extended, appeared, changed or went. */
  readonly onDidChange: vscode.Event<void> = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
    // What is extended may have any name, so every file of the kind is looked at, and told apart by having been asked for.
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{json,jsonc}');
    const forget = (): void => {
      this.#texts.clear();
      this.#changed.fire();
    };
    const forgetIfOurs = (uri: vscode.Uri): void => {
      if (isConfigFile(uri.path) || this.#texts.has(uri.toString())) forget();
    };
    this.#owned.push(
      watcher,
      watcher.onDidCreate(forgetIfOurs),
      watcher.onDidChange(forgetIfOurs),
      watcher.onDidDelete(forgetIfOurs),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
    );
  }

  /** The nearest file, looking from the document's folder up to its workspace folder, then what it extends; none outside of workspace folders. */
  async of(document: vscode.TextDocument): Promise<readonly ConfigFile[]> {
    const uri = placeOf(document);
    const nearest = await this.#nearest(uri);
    if (nearest === undefined) return [];
    const { files } = await this.#follow(nearest);
    return files.map(({ place, text }) => {
      const file = vscode.Uri.parse(place);
      return { path: vscode.workspace.asRelativePath(file), text, document: relativePath(file.path, uri.path) };
    });
  }

  /** What is wrong with the file that a configuration file, open as `document`, extends. */
  async extendsProblemOf(document: vscode.TextDocument): Promise<string | undefined> {
    const { problem } = await this.#follow({ place: document.uri.toString(), text: document.getText() });
    return problem;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#owned).dispose();
  }

  async #nearest(uri: vscode.Uri): Promise<PlacedConfig | undefined> {
    const root = vscode.workspace.getWorkspaceFolder(uri);
    if (root === undefined) return undefined;
    for (const folder of foldersUpward(uri.path, root.uri.path)) {
      for (const name of configFileNames) {
        const file = vscode.Uri.joinPath(root.uri.with({ path: folder }), name);
        const text = await this.#read(file);
        if (text !== undefined) return { place: file.toString(), text };
      }
    }
    return undefined;
  }

  #follow(first: PlacedConfig): Promise<ConfigChain> {
    return followExtends(first, async (target, from) => {
      const uri = vscode.Uri.parse(from);
      const root = vscode.workspace.getWorkspaceFolder(uri);
      const path = root && resolveInside(target, uri.path, root.uri.path);
      if (path === undefined) return { problem: 'it lies outside of the workspace' };
      const file = uri.with({ path });
      const text = await this.#read(file);
      return text === undefined ? { problem: 'there is no such file' } : { place: file.toString(), text };
    });
  }

  #read(file: vscode.Uri): Promise<string | undefined> {
    const key = file.toString();
    const known = this.#texts.get(key) ?? this.#load(file);
    this.#texts.set(key, known);
    return known;
  }

  async #load(file: vscode.Uri): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch (problem) {
      // Almost every folder has none; anything but that is worth a line in the log.
      if (!(problem instanceof vscode.FileSystemError && problem.code === 'FileNotFound')) {
        this.#log.warn(`could not read ${file.toString()}: ${String(problem)}`);
      }
      return undefined;
    }
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
