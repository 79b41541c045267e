/** Gives the active editor group all the room that editors have, and gives it back. */
import * as vscode from 'vscode';

export class MaximisedGroup {
  #isOn = false;

  /** VS Code's command only toggles and nobody tells the state, so only what was switched on here is switched off. */
  async set(isOn: boolean): Promise<void> {
    if (isOn === this.#isOn) return;
    // A group that is alone has all the room already.
    if (isOn && vscode.window.tabGroups.all.length < 2) return;
    this.#isOn = isOn;
    await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
  }
}
