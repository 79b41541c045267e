/** Registers what the explorer shows of gates: badges and the view of pages, each where its setting asks for it. */
import * as vscode from 'vscode';
import { commands } from '../contributions.ts';
import { openRulePage } from '../commands/openRulePage.ts';
import { pageCommands, pagesView } from '../setContributions.ts';
import type { Settings } from '../settings.ts';
import type { Verdicts } from '../workspace/verdicts.ts';
import { registerBadges } from './badges.ts';
import { PagesView } from './pagesView.ts';
import type { PageNode } from './pagesView.ts';

export function registerExplorer(verdicts: Verdicts, settings: Settings): vscode.Disposable {
  const pages = new PagesView(verdicts);
  return vscode.Disposable.from(
    pages,
    // VS Code shows the view where its setting is on, and asks for nothing where it is off.
    vscode.window.createTreeView<PageNode>(pagesView, { treeDataProvider: pages, showCollapseAll: true }),
    vscode.commands.registerCommand(pageCommands.fixPage.id, fixPage),
    vscode.commands.registerCommand(pageCommands.explainRule.id, (node?: PageNode) =>
      openRulePage(node?.kind === 'finding' ? node.finding.alias : undefined),
    ),
    registerBadges(verdicts, settings),
  );
}

/** Opens the page first, so that the repair is seen and can be undone. */
async function fixPage(node?: PageNode): Promise<void> {
  if (node?.kind !== 'page') return;
  await vscode.window.showTextDocument(vscode.Uri.parse(node.page.checked.uri));
  await vscode.commands.executeCommand(commands.fixDocument.id);
}
