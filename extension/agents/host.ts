/** What the tools for agents may see of the workspace, and nothing outside of it. */
import * as vscode from 'vscode';
import type { GivenDocument, ToolHost } from '../../core/agents/tool.ts';
import { createRuleNames } from '../../core/gates/names.ts';
import type { RuleMeta } from '../../core/gates/rule.ts';
import type { Clock } from '../../core/ports.ts';
import { jsonWriter } from '../../core/report/json.ts';
import { isLink } from '../links.ts';
import { readRulePageText } from '../rulePages.ts';
import { resolveInside } from '../upward.ts';
import type { ClosedDocuments } from '../workspace/closedDocuments.ts';
import { textOf } from '../workspace/closedText.ts';

export interface ToolHostParts {
  readonly extensionUri: vscode.Uri;
  readonly closed: ClosedDocuments;
  readonly clock: Clock;
}

export function createToolHost(parts: ToolHostParts, cancel: vscode.CancellationToken): ToolHost {
  const { extensionUri, closed, clock } = parts;
  return {
    open: (given) => {
      const path = given.name ?? defaultName(given);
      const uri = inWorkspace(path);
      if (uri === undefined) return Promise.resolve(outside(path));
      return Promise.resolve({
        path: vscode.workspace.asRelativePath(uri),
        check: (text: string) =>
          cancel.isCancellationRequested ? Promise.resolve(undefined) : closed.checkInstead({ uri, text }),
        close: () => Promise.resolve(),
      });
    },
    checkPaths: async (paths) => {
      const started = clock.now();
      const uris: vscode.Uri[] = [];
      for (const path of paths) {
        const whole = path === '.' ? vscode.workspace.workspaceFolders?.map(({ uri }) => uri) : undefined;
        for (const uri of whole ?? [inWorkspace(path)]) {
          if (uri === undefined) return outside(path);
          uris.push(uri);
        }
      }
      const pages = await closed.pagesBelow(uris, cancel);
      if (pages.length === 0) return 'there is no Markdown or Mermaid file there';
      const report = jsonWriter();
      const written = [report.begin];
      const problems: string[] = [];
      for (const uri of pages) {
        const path = vscode.workspace.asRelativePath(uri);
        if (await isLink(uri)) {
          problems.push(`${path}: a link, which may lead out of the workspace`);
          continue;
        }
        const file = await textOf(uri);
        const checked =
          file === undefined || cancel.isCancellationRequested ? undefined : await closed.checkInstead(file);
        if (file === undefined || checked === undefined) problems.push(`${path}: could not be read or checked`);
        else written.push(report.document({ path, text: file.text, checked }));
      }
      written.push(...report.end(Math.round(clock.now() - started)));
      return { report: written.join(''), problems };
    },
    findRule: async (name) => createRuleNames(await readRules(extensionUri)).find(name),
    readRulePage: (alias) => readRulePageText(extensionUri, alias),
  };
}

const defaultName = ({ kind }: GivenDocument): string => (kind === 'mermaid' ? 'given.mmd' : 'given.md');

const outside = (path: string): string => `${path} lies outside of the workspace`;

/** With several folders a path begins with the name of one, as VS Code shows it; absolute paths are understood as well. */
function inWorkspace(path: string): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (/^(?:\/|[a-z]:[\\/])/i.test(path)) {
    const absolute = vscode.Uri.file(path).path;
    const top = folders.find(({ uri }) => `${absolute}/`.startsWith(`${uri.path.replace(/\/$/, '')}/`));
    return top && below(top.uri, absolute.slice(top.uri.path.length));
  }
  const [name = '', ...rest] = path.split('/');
  const named = folders.length > 1 ? folders.find((folder) => folder.name === name) : undefined;
  const folder = named ?? folders[0];
  return folder && below(folder.uri, named === undefined ? path : rest.join('/'));
}

/** Undefined for a path that leads out of the folder. */
function below(folder: vscode.Uri, path: string): vscode.Uri | undefined {
  if (/[\\\0]/.test(path)) return undefined;
  if (path === '' || path === '.') return folder;
  // As seen from a file of the folder.
  const resolved = resolveInside(path, `${folder.path.replace(/\/$/, '')}/page.md`, folder.path);
  return resolved === undefined ? undefined : folder.with({ path: resolved });
}

/** The rules' words ship beside their pages, so that the extension need not load the rules. */
async function readRules(extensionUri: vscode.Uri): Promise<readonly RuleMeta[]> {
  const file = vscode.Uri.joinPath(extensionUri, 'schemas', 'rules.json');
  // It is derived from the rules' own metadata and ships with this version.
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as readonly RuleMeta[];
}
