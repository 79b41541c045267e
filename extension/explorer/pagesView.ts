/** The view *Diagram Gates* in the explorer: folders, pages and findings, the worst first. */
import * as vscode from 'vscode';
import { severities } from '../../core/model.ts';
import type { Finding, Severity } from '../../core/model.ts';
import { pageTree } from '../../core/workspace/pageTree.ts';
import type { FolderState, PageState } from '../../core/workspace/pageTree.ts';
import { nameOf } from '../../core/workspace/paths.ts';
import { internalCommands } from '../contributions.ts';
import type { PlaceArgument } from '../place.ts';
import { pageItems } from '../setContributions.ts';
import type { Verdicts } from '../workspace/verdicts.ts';
import { folderLine, shortLine, stateLine } from './stateWords.ts';

export type PageNode =
  | { readonly kind: 'folder'; readonly folder: FolderState }
  | { readonly kind: 'page'; readonly page: PageState }
  | { readonly kind: 'finding'; readonly page: PageState; readonly finding: Finding };

/** With more folders than these they begin closed. */
const mostOpenFolders = 3;
/** More findings of a page help nobody in a tree. */
const mostFindings = 200;

export class PagesView implements vscode.TreeDataProvider<PageNode>, vscode.Disposable {
  readonly #verdicts: Verdicts;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #owned: { dispose(): void }[] = [this.#changed];
  #folders: readonly FolderState[] = [];

  readonly onDidChangeTreeData: vscode.Event<undefined> = this.#changed.event;

  constructor(verdicts: Verdicts) {
    this.#verdicts = verdicts;
    this.#owned.push(verdicts.onDidChange(() => this.#changed.fire(undefined)));
  }

  getChildren(node?: PageNode): PageNode[] {
    switch (node?.kind) {
      case undefined:
        this.#folders = pageTree(
          this.#verdicts.all.map(({ uri, checked }) => ({ path: vscode.workspace.asRelativePath(uri), checked })),
        );
        return this.#folders.map((folder) => ({ kind: 'folder', folder }));
      case 'folder':
        return node.folder.pages.map((page) => ({ kind: 'page', page }));
      case 'page':
        return [...node.page.checked.findings]
          .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
          .slice(0, mostFindings)
          .map((finding) => ({ kind: 'finding', page: node.page, finding }));
      case 'finding':
        return [];
    }
  }

  getTreeItem(node: PageNode): vscode.TreeItem {
    switch (node.kind) {
      case 'folder':
        return this.#folderItem(node.folder);
      case 'page':
        return pageItem(node.page);
      case 'finding':
        return findingItem(node.page, node.finding);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#owned).dispose();
  }

  #folderItem(folder: FolderState): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const name = folder.path === '' ? (vscode.workspace.name ?? '.') : folder.path;
    const item = new vscode.TreeItem(name, this.#folders.length <= mostOpenFolders ? Expanded : Collapsed);
    item.id = `folder ${folder.path}`;
    item.description = folderLine(folder);
    item.iconPath = vscode.ThemeIcon.Folder;
    item.contextValue = pageItems.folder;
    item.accessibilityInformation = { label: `${name}, ${folderLine(folder)}` };
    return item;
  }
}

function pageItem(page: PageState): vscode.TreeItem {
  const { path, checked } = page;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(nameOf(path), checked.findings.length === 0 ? None : Collapsed);
  item.id = `page ${path}`;
  item.description = shortLine(page);
  item.iconPath = pageIcon(page);
  item.tooltip = `${path}\n${stateLine(page)}`;
  const isBroken = checked.diagrams.some(({ renders }) => !renders);
  item.contextValue = isBroken ? pageItems.brokenPage : pageItems.page;
  item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [vscode.Uri.parse(checked.uri)] };
  item.accessibilityInformation = { label: `${nameOf(path)}, ${stateLine(page)}` };
  return item;
}

function findingItem({ checked }: PageState, { alias, message, severity, span }: Finding): vscode.TreeItem {
  const item = new vscode.TreeItem(message);
  item.description = alias;
  item.iconPath = severityIcon(severity);
  item.tooltip = message;
  item.contextValue = pageItems.finding;
  const place: PlaceArgument = { uri: checked.uri, offset: span.start };
  item.command = { title: vscode.l10n.t('Go to Finding'), command: internalCommands.reveal, arguments: [place] };
  item.accessibilityInformation = { label: `${severity}: ${message}` };
  return item;
}

function pageIcon({ failed, applicable }: PageState): vscode.ThemeIcon {
  // Nothing new is wrong with it, and nothing is right by that.
  if (applicable === 0) return new vscode.ThemeIcon('circle-outline', new vscode.ThemeColor('disabledForeground'));
  if (failed.length === 0) return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  return severityIcon(failed.includes('renders') ? 'error' : 'warning');
}

/** As in Problems. */
const severityIcon = (severity: Severity): vscode.ThemeIcon =>
  new vscode.ThemeIcon(
    severity,
    new vscode.ThemeColor(`problems${{ error: 'Error', warning: 'Warning', info: 'Info' }[severity]}Icon.foreground`),
  );
