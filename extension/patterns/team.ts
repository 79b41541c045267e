/** The patterns a team keeps in `.diagram-gates/patterns` of its workspace, and what is wrong with their files. */
import * as vscode from 'vscode';
import { LineTable } from '../../core/document/lines.ts';
import type { Log } from '../../core/ports.ts';
import type { Pattern } from '../../core/patterns/pattern.ts';
import { parseTeamPattern } from '../../core/patterns/teamFile.ts';
import { isLink } from '../links.ts';

const folders = ['.diagram-gates', 'patterns'] as const;
const glob = `${folders.join('/')}/*.md`;
/** More is no library but a mistake. */
const mostFiles = 200;

export class TeamPatterns implements vscode.Disposable {
  readonly #log: Log;
  readonly #problems = vscode.languages.createDiagnosticCollection('diagram-gates-patterns');
  readonly #disposables: { dispose(): void }[] = [this.#problems];
  /** Undefined as long as they have not been read since the last change. */
  #reading: Promise<readonly Pattern[]> | undefined;

  constructor(log: Log) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${glob}`);
    const changed = (): void => this.#forget();
    this.#disposables.push(
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidChange(changed),
      watcher.onDidDelete(changed),
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isOurs(document.uri)) this.#forget();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isOurs(document.uri)) this.#forget();
      }),
    );
    void this.read();
  }

  /** All that can be used; the others are in Problems. */
  read(): Promise<readonly Pattern[]> {
    this.#reading ??= this.#readAll();
    return this.#reading;
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  #forget(): void {
    this.#reading = undefined;
    void this.read();
  }

  async #readAll(): Promise<readonly Pattern[]> {
    const uris = (await Promise.all((vscode.workspace.workspaceFolders ?? []).map(filesOf))).flat();
    const found: Pattern[] = [];
    const problems: [vscode.Uri, vscode.Diagnostic[]][] = [];
    for (const uri of uris.slice(0, mostFiles)) {
      const text = await this.#textOf(uri);
      if (text === undefined) continue;
      const parsed = parseTeamPattern(uri.path.slice(uri.path.lastIndexOf('/') + 1), text);
      if (parsed.pattern !== undefined) found.push(parsed.pattern);
      const table = new LineTable(text);
      problems.push([uri, parsed.problems.map(({ span, message }) => diagnosticOf(table, span, message))]);
    }
    this.#problems.clear();
    this.#problems.set(problems);
    return found;
  }

  async #textOf(uri: vscode.Uri): Promise<string | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open !== undefined) return open.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      this.#log.warn(`the pattern ${uri.toString()} cannot be read: ${String(error)}`);
      return undefined;
    }
  }
}

/** The folder for patterns in a workspace folder; undefined where a link leads out of it. */
export async function patternsFolder({ uri }: vscode.WorkspaceFolder): Promise<vscode.Uri | undefined> {
  let folder = uri;
  for (const name of folders) {
    folder = vscode.Uri.joinPath(folder, name);
    if (await isLink(folder)) return undefined;
  }
  return folder;
}

async function filesOf(workspaceFolder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const folder = await patternsFolder(workspaceFolder);
  if (folder === undefined) return [];
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  return entries
    .filter(([name, type]) => type === vscode.FileType.File && name.endsWith('.md'))
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isOurs({ path }: vscode.Uri): boolean {
  return path.endsWith('.md') && path.slice(0, path.lastIndexOf('/')).endsWith(`/${folders.join('/')}`);
}

function diagnosticOf(table: LineTable, span: { start: number; end: number }, message: string): vscode.Diagnostic {
  const at = (offset: number): vscode.Position => {
    const line = table.lineAt(offset);
    return new vscode.Position(line, offset - table.start(line));
  };
  const range = new vscode.Range(at(span.start), at(Math.max(span.start, span.end)));
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = 'diagram-gates';
  diagnostic.code = 'team-pattern';
  return diagnostic;
}
