/** What the checker may know of the files around a document, and when that changes; open pages count as they are edited. */
import * as vscode from 'vscode';
import type { Log, Place, PlacesAsked, PlacesFound, Workspace } from '../core/ports.ts';
import { folderOf, foldersAbove, isPath, isTouchedBy } from '../core/workspace/paths.ts';
import { isLinkType } from './links.ts';

/** Pages with more bytes than this are not read for their headings. */
const mostBytes = 2_000_000;

const gitIgnore = '.gitignore';

/** Something appeared in a workspace folder, changed, or went. */
export interface FileChange {
  /** As in `Place`. */
  readonly root: string;
  readonly path: string;
  /** Whether only the file's text is another: then its folder is as it was. */
  readonly isText: boolean;
}

type Folder = PlacesFound['folders'][number];
type Page = PlacesFound['pages'][number];

export class ReferredFiles implements Workspace, vscode.Disposable {
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<FileChange>();
  readonly #owned: { dispose(): void }[] = [this.#changed];
  /** The places somebody has asked about, and the folders above them, by root: changes elsewhere matter to nobody. */
  readonly #asked = new Map<string, { readonly places: Set<string>; readonly above: Set<string> }>();
  #watching = false;

  /** Fires for places that were asked about. */
  readonly onDidChange: vscode.Event<FileChange> = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Where a document stands in its workspace folder; undefined for one outside of all of them, or never saved. */
  placeOf(uri: vscode.Uri): Place | undefined {
    const folder = uri.scheme === 'untitled' ? undefined : vscode.workspace.getWorkspaceFolder(uri);
    if (folder === undefined) return undefined;
    const top = folder.uri.path.replace(/\/*$/, '/');
    const path = uri.path.startsWith(top) ? uri.path.slice(top.length) : '';
    return path !== '' && isPath(path) ? { root: folder.uri.toString(), path } : undefined;
  }

  async look({ root, folders, pages }: PlacesAsked): Promise<PlacesFound> {
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === root);
    if (folder === undefined) return { folders: [], pages: [] };
    // Before anything is read, so that no change is missed.
    this.#watch();
    const asked = this.#asked.get(root) ?? { places: new Set(), above: new Set() };
    this.#asked.set(root, asked);
    for (const path of [...folders, ...pages]) {
      asked.places.add(path);
      for (const folder of foldersAbove(path)) asked.above.add(folder);
    }
    const listed = await Promise.all(folders.map((path) => this.#list(folder.uri, path)));
    const read = await Promise.all(pages.map((path) => this.#read(folder.uri, path)));
    return { folders: listed.filter((one) => one !== undefined), pages: read };
  }

  dispose(): void {
    vscode.Disposable.from(...this.#owned).dispose();
  }

  /** Begins to listen when there is something to listen for: most windows never open a page with links and diagrams. */
  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.#owned.push(
      watcher,
      watcher.onDidCreate((uri) => this.#tell(uri, false)),
      watcher.onDidDelete((uri) => this.#tell(uri, false)),
      // This file's text says what its folder holds.
      watcher.onDidChange((uri) => this.#tell(uri, !uri.path.endsWith(`/${gitIgnore}`))),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#tell(document.uri, true)),
      // What was not saved is gone.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#tell(uri, true)),
    );
  }

  async #list(root: vscode.Uri, path: string): Promise<Folder | undefined> {
    const uri = vscode.Uri.joinPath(root, path);
    try {
      const entries = await vscode.workspace.fs.readDirectory(uri);
      const named = (kind: 'file' | 'folder'): readonly string[] =>
        entries
          .filter(([, type]) => ((type & vscode.FileType.Directory) === 0) === (kind === 'file'))
          .map(([name]) => name);
      const files = named('file');
      const ignores = files.includes(gitIgnore) ? await this.#text(vscode.Uri.joinPath(uri, gitIgnore)) : undefined;
      return { path, content: { files, folders: named('folder'), ignores } };
    } catch (problem) {
      const code = problem instanceof vscode.FileSystemError ? problem.code : '';
      if (code === 'FileNotFound' || code === 'FileNotADirectory') return { path, content: undefined };
      this.#log.warn(`could not list ${uri.toString()}: ${String(problem)}`);
      return undefined;
    }
  }

  async #read(root: vscode.Uri, path: string): Promise<Page> {
    const uri = vscode.Uri.joinPath(root, path);
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    return { path, text: open === undefined ? await this.#text(uri) : open.getText() };
  }

  /** Undefined for what is too large, cannot be read, or may lead out of the workspace. */
  async #text(uri: vscode.Uri): Promise<string | undefined> {
    try {
      const { size, type } = await vscode.workspace.fs.stat(uri);
      if (size > mostBytes || isLinkType(type)) return undefined;
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (problem) {
      // It may have gone since it was listed.
      this.#log.debug(`could not read ${uri.toString()}: ${String(problem)}`);
      return undefined;
    }
  }

  #tell(uri: vscode.Uri, isText: boolean): void {
    const place = this.placeOf(uri);
    const asked = place === undefined ? undefined : this.#asked.get(place.root);
    if (place === undefined || asked === undefined) return;
    const { path } = place;
    const { places, above } = asked;
    const isConcerned = places.has(path) || (!isText && (places.has(folderOf(path)) || above.has(path)));
    if (isConcerned) this.#changed.fire({ ...place, isText });
  }
}

/** Whether what is known of a place may be wrong after this change. */
export const isConcernedBy = (place: string, { path, isText }: FileChange): boolean =>
  isText ? place === path : isTouchedBy(place, path);
