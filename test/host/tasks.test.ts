/** Tasks: one of ours checks pages itself; one that runs the command line is read by our problem matcher. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { brokenPage, closeAll, workspaceFolder } from './helpers.ts';
import { findingsBelow, makeSet, whenFindings } from './workspaceSet.ts';

describe('tasks', () => {
  let folder: vscode.Uri;
  let page: vscode.Uri;

  beforeEach(async () => {
    folder = await makeSet({ 'docs/broken.md': brokenPage, 'other/broken.md': brokenPage });
    page = vscode.Uri.joinPath(folder, 'docs/broken.md');
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('of ours are offered for each workspace folder', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'diagram-gates' });
    assert.deepEqual(tasks.map(({ name }) => name).sort(), ['check', 'check file']);
  });

  it('of ours fill Problems for what they are told to check, and end with the command line’s code', async () => {
    const [offered] = await vscode.tasks.fetchTasks({ type: 'diagram-gates' });
    assert(offered !== undefined, 'a task is offered');
    const paths = [`${pathInWorkspace(folder)}/docs`];
    assert.equal(await runToEnd(withDefinition(offered, { type: 'diagram-gates', paths })), 1);
    const found = findingsBelow(folder).filter((line) => line.startsWith('docs/'));
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^docs\/broken\.md:7:16 error DG010 The label contains/);
    const none = { type: 'diagram-gates', paths: [`${pathInWorkspace(folder)}/gone`] };
    assert.equal(await runToEnd(withDefinition(offered, none)), 2);
  });

  it('that run the command line fill Problems through the matcher, once, whoever else finds the same', async () => {
    // VS Code takes over what was printed of a file when the next file's turn comes.
    const lines = ['docs', 'other'].map(
      (name) => `${pathInWorkspace(folder)}/${name}/broken.md:7:16 error DG010/unquoted-label The label contains \`(\``,
    );
    const isPrinted = (found: string): boolean => found.includes('DG010/unquoted-label');
    const isOwn = (found: readonly string[]): boolean => found.length === 2 && !found.some(isPrinted);
    await vscode.commands.executeCommand('diagramGates.checkWorkspace');
    await whenFindings(folder, isOwn);
    const own = findingsBelow(folder);
    const printed = printing(lines);
    const ended = runToEnd(printed.task);
    await whenFindings(folder, (found) => found.some(isPrinted));
    printed.end();
    await ended;
    await whenFindings(folder, isOwn);
    assert.deepEqual(findingsBelow(folder), own);
    await vscode.window.showTextDocument(page);
    await vscode.commands.executeCommand('diagramGates.checkDocument');
    await whenFindings(folder, isOwn);
  });
});

const pathInWorkspace = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, false);

/** The same task with another definition. */
function withDefinition(task: vscode.Task, definition: vscode.TaskDefinition): vscode.Task {
  const scope = vscode.workspace.getWorkspaceFolder(workspaceFolder());
  assert(scope !== undefined && task.execution !== undefined);
  return new vscode.Task(definition, scope, task.name, task.source, task.execution, task.problemMatchers);
}

/** A task that prints what the command line would, for the matcher to read, and ends when it is told to. */
function printing(lines: readonly string[]): { readonly task: vscode.Task; readonly end: () => void } {
  const scope = vscode.workspace.getWorkspaceFolder(workspaceFolder());
  assert(scope !== undefined);
  const written = new vscode.EventEmitter<string>();
  const ended = new vscode.EventEmitter<number>();
  const terminal: vscode.Pseudoterminal = {
    onDidWrite: written.event,
    onDidClose: ended.event,
    open: () => written.fire(lines.map((line) => `${line}\r\n`).join('')),
    close: () => undefined,
  };
  const execution = new vscode.CustomExecution(() => Promise.resolve(terminal));
  const definition = { type: 'printing', id: crypto.randomUUID() };
  const task = new vscode.Task(definition, scope, 'command line', 'test', execution, ['$diagram-gates']);
  return { task, end: () => ended.fire(1) };
}

/** Runs a task and resolves to its exit code. */
async function runToEnd(task: vscode.Task): Promise<number | undefined> {
  const code = new Promise<number | undefined>((resolve) => {
    const subscription = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name || execution.task.source !== task.source) return;
      subscription.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return code;
}
