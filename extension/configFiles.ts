/** Finds the configuration files that apply to a document and tells when one of them changed. */
import * as vscode from 'vscode';
import type { ConfigFile } from '../core/checking/protocol.ts';
import { followExtends } from '../core/configuration/extends.ts';
import type { ConfigChain, PlacedConfig } from '../core/configuration/extends.ts';
import { configFileNames, isConfigFile } from '../core/configuration/fileNames.ts';
import type { Log } from '../core/ports.ts';
import { relativePath, resolveInside } from './upward.ts';
import { placeOf, WorkspaceFiles } from './workspaceFiles.ts';

export class ConfigFiles implements vscode.Disposable {
  readonly #files: WorkspaceFiles;

  /** Fires after a configuration file, or one that is extended, appeared, changed or went; without a URI, any may have. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;

  constructor(log: Log) {
    // What is extended may have any name; it is told from other files by having been asked for.
    this.#files = new WorkspaceFiles({ glob: '**/*.{json,jsonc}', matters: isConfigFile }, log);
    this.onDidChange = this.#files.onDidChange;
  }

  /** The nearest file, looking from the document's folder up to its workspace folder, then what it extends. */
  async of(document: Pick<vscode.TextDocument, 'uri'>): Promise<readonly ConfigFile[]> {
    const place = placeOf(document);
    const nearest = await this.#files.nearest(place, configFileNames);
    if (nearest === undefined) return [];
    const { files } = await this.#follow({ place: nearest.uri.toString(), text: nearest.text });
    return files.map((file) => {
      const uri = vscode.Uri.parse(file.place);
      const path = vscode.workspace.asRelativePath(uri);
      return { path, text: file.text, document: relativePath(uri.path, place.path) };
    });
  }

  /** What is wrong with the file that a configuration file, open as `document`, extends. */
  async extendsProblemOf(document: vscode.TextDocument): Promise<string | undefined> {
    const { problem } = await this.#follow({ place: document.uri.toString(), text: document.getText() });
    return problem;
  }

  dispose(): void {
    this.#files.dispose();
  }

  #follow(first: PlacedConfig): Promise<ConfigChain> {
    return followExtends(first, async (target, from) => {
      const uri = vscode.Uri.parse(from);
      const root = vscode.workspace.getWorkspaceFolder(uri);
      const path = root && resolveInside(target, uri.path, root.uri.path);
      if (path === undefined) return { problem: 'it lies outside of the workspace' };
      const file = uri.with({ path });
      const text = await this.#files.read(file);
      return text === undefined ? { problem: 'there is no such file' } : { place: file.toString(), text };
    });
  }
}
