/** The log a user can read: one output channel with VS Code's own levels. */
import * as vscode from 'vscode';
import type { Log } from '../core/ports.ts';

/** The core's log with a way to show it. */
export interface ExtensionLog extends Log {
  show(): void;
  dispose(): void;
}

export function createLog(): ExtensionLog {
  const channel = vscode.window.createOutputChannel('Diagram Gates', { log: true });
  return {
    debug: (message) => channel.debug(message),
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error: (message) => channel.error(message),
    show: () => channel.show(true),
    dispose: () => channel.dispose(),
  };
}
