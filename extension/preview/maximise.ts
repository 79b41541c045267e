/** Gives the preview's editor group all the room that editors have, and gives it back. */
import * as vscode from 'vscode';

export class MaximisedGroup {
  readonly #panel: vscode.WebviewPanel;
  #isOn = false;

  constructor(panel: vscode.WebviewPanel) {
    this.#panel = panel;
  }

  /** VS Code's command only toggles and nobody tells the state, so only what was switched on here is switched off. */
  async set(isOn: boolean): Promise<void> {
    if (isOn === this.#isOn) return;
    // A group that is alone has all the room already.
    if (isOn && vscode.window.tabGroups.all.length < 2) return;
    this.#isOn = isOn;
    // The command is about the active group, and a click in the panel may arrive before its group is that.
    if (isOn) await this.#activate();
    await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
  }

  async #activate(): Promise<void> {
    if (this.#panel.active) return;
    const activated = new Promise<void>((resolve) => {
      const subscription = this.#panel.onDidChangeViewState(({ webviewPanel }) => {
        if (!webviewPanel.active) return;
        subscription.dispose();
        resolve();
      });
    });
    this.#panel.reveal(this.#panel.viewColumn, false);
    await activated;
  }
}
