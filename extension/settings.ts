/** Reads the settings of a resource into one readonly snapshot and tells when they changed. */
import * as vscode from 'vscode';
import { parseSettings } from './settingsSnapshot.ts';
import type { SettingsSnapshot } from './settingsSnapshot.ts';

/** Whose settings are wanted; a language may have its own. */
export type SettingsScope = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** Ours, and those of others that we follow. */
const sections = [
  ...['diagramGates', 'markdown-mermaid.languages', 'markdown-mermaid.mouseNavigation', 'markdown.validate.enabled'],
] as const;

export class Settings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  /** Read once for each language of each folder: thousands of pages ask, and the checker's watch with every message. */
  readonly #read = new Map<string, SettingsSnapshot>();

  /** Fires after a setting that matters to us changed. */
  readonly onDidChange: vscode.Event<void> = this.#changed.event;

  constructor() {
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#read.clear()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        this.#read.clear();
        if (sections.some((section) => event.affectsConfiguration(section))) this.#changed.fire();
      }),
    );
  }

  /** The settings of a document; without one, those of the window. */
  of(scope?: SettingsScope): SettingsSnapshot {
    const key = keyOf(scope);
    const known = this.#read.get(key) ?? readSettings(scope);
    this.#read.set(key, known);
    return known;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

/** VS Code has settings for each language in each folder, and for no smaller part. */
const keyOf = (scope: SettingsScope | undefined): string =>
  scope === undefined
    ? ''
    : `${scope.languageId} ${vscode.workspace.getWorkspaceFolder(scope.uri)?.uri.toString() ?? ''}`;

function readSettings(scope: SettingsScope | undefined): SettingsSnapshot {
  const configuration = vscode.workspace.getConfiguration(undefined, scope);
  return parseSettings(
    (key) => configuration.get(key),
    (key) => {
      const set = configuration.inspect(key);
      return set?.workspaceFolderValue ?? set?.workspaceValue ?? set?.globalValue;
    },
  );
}
