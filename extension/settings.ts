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

  /** Fires after a setting that matters to us changed. */
  readonly onDidChange: vscode.Event<void> = this.#changed.event;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (sections.some((section) => event.affectsConfiguration(section))) this.#changed.fire();
    });
  }

  /** The settings of a document; without one, those of the window. */
  of(scope?: SettingsScope): SettingsSnapshot {
    const configuration = vscode.workspace.getConfiguration(undefined, scope);
    return parseSettings(
      (key) => configuration.get(key),
      (key) => {
        const set = configuration.inspect(key);
        return set?.workspaceFolderValue ?? set?.workspaceValue ?? set?.globalValue;
      },
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
