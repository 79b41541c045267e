/** Reads files of the workspace once, and tells when one that matters appeared, changed or went. */
import * as vscode from 'vscode';
import type { Log } from '../core/ports.ts';
import { foldersUpward } from './upward.ts';

export interface WatchedFiles {
  /** A glob of what may matter at all. */
  readonly glob: string;
  /** Whether a file of this path matters before anybody has asked for it: it may be one that was missing. */
  matters(path: string): boolean;
}

export interface PlacedText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

export class WorkspaceFiles implements vscode.Disposable {
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  readonly #owned: { dispose(): void }[] = [this.#changed];
  /** The texts of files by URI, undefined for one that is not there; emptied when one of them changes. */
  readonly #texts = new Map<string, Promise<string | undefined>>();

  /** Fires after a file that matters, or that somebody asked for, appeared, changed or went; without one, any may have. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined> = this.#changed.event;

  constructor(watched: WatchedFiles, log: Log) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(watched.glob);
    const forget = (file?: vscode.Uri): void => {
      this.#texts.clear();
      this.#changed.fire(file);
    };
    const look = (uri: vscode.Uri): void => {
      if (watched.matters(uri.path) || this.#texts.has(uri.toString())) forget(uri);
    };
    this.#owned.push(
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidChange(look),
      watcher.onDidDelete(look),
      vscode.workspace.onDidChangeWorkspaceFolders(() => forget()),
    );
  }

  /** The nearest file of one of these names, from the folder of `uri` up to its workspace folder; none outside of workspace folders. */
  async nearest(uri: vscode.Uri, names: readonly string[]): Promise<PlacedText | undefined> {
    const root = vscode.workspace.getWorkspaceFolder(uri);
    if (root === undefined) return undefined;
    for (const folder of foldersUpward(uri.path, root.uri.path)) {
      for (const name of names) {
        const file = vscode.Uri.joinPath(root.uri.with({ path: folder }), name);
        const text = await this.read(file);
        if (text !== undefined) return { uri: file, text };
      }
    }
    return undefined;
  }

  /** The text of a file; undefined when there is none. */
  read(file: vscode.Uri): Promise<string | undefined> {
    const key = file.toString();
    const known = this.#texts.get(key) ?? this.#load(file);
    this.#texts.set(key, known);
    return known;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#owned).dispose();
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
export function placeOf(document: Pick<vscode.TextDocument, 'uri'>): vscode.Uri {
  if (document.uri.scheme === 'vscode-notebook-cell') {
    const notebook = vscode.workspace.notebookDocuments.find((one) =>
      one.getCells().some((cell) => cell.document.uri.toString() === document.uri.toString()),
    );
    return notebook?.uri ?? document.uri;
  }
  const first = vscode.workspace.workspaceFolders?.[0];
  if (document.uri.scheme === 'untitled' && first !== undefined) return vscode.Uri.joinPath(first.uri, 'untitled');
  return document.uri;
}
