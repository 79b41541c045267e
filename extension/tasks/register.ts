/** Offers tasks that check pages, and keeps Problems right beside tasks that run the command line. */
import * as vscode from 'vscode';
import { problemMatcher, taskType } from '../setContributions.ts';
import { CheckTerminal } from './checkTerminal.ts';
import type { CheckTerminalParts } from './checkTerminal.ts';
import { parseCheckTask } from './definition.ts';

export interface TaskParts extends CheckTerminalParts {
  /** What is shown of open and closed documents. */
  readonly diagnostics: vscode.DiagnosticCollection;
}

export function registerTasks(parts: TaskParts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.tasks.registerTaskProvider(taskType, {
      provideTasks: () =>
        (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => [
          createTask(vscode.l10n.t('check'), { type: taskType }, folder, parts),
          createTask(vscode.l10n.t('check file'), { type: taskType, paths: ['${file}'] }, folder, parts),
        ]),
      resolveTask: ({ name, definition, scope }) => {
        const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
        return folder && createTask(name, definition, folder, parts);
      },
    }),
    vscode.tasks.onDidEndTask(({ execution }) => {
      // VS Code takes away what a task of this matcher did not find, of closed files, and cannot know that we did.
      if (execution.task.problemMatchers.includes(problemMatcher)) republish(parts.diagnostics);
    }),
  );
}

function createTask(
  name: string,
  definition: vscode.TaskDefinition,
  folder: vscode.WorkspaceFolder,
  parts: CheckTerminalParts,
): vscode.Task {
  // It runs in the extension: there is nothing to install, and it works where there is no terminal.
  const execution = new vscode.CustomExecution((resolved) =>
    Promise.resolve(new CheckTerminal(parseCheckTask(resolved), folder.uri, parts)),
  );
  // No matcher: the findings come to Problems with their fixes, not out of the printed lines.
  const task = new vscode.Task(definition, folder, name, 'diagram-gates', execution, []);
  task.group = vscode.TaskGroup.Test;
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent };
  return task;
}

function republish(diagnostics: vscode.DiagnosticCollection): void {
  const all: [vscode.Uri, readonly vscode.Diagnostic[]][] = [];
  diagnostics.forEach((uri, found) => all.push([uri, found]));
  diagnostics.set(all);
}
