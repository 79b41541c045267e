/** The command *Check Case Study*: names what the page, with those of its folder it leads to, still lacks. */
import * as vscode from 'vscode';
import { checkCaseStudy, linkedPages } from '../../core/patterns/caseStudy/check.ts';
import type { RoleResult } from '../../core/patterns/caseStudy/check.ts';
import { patterns } from '../../core/patterns/library.ts';
import type { Settings } from '../settings.ts';
import { insertPattern } from './insert.ts';
import { pageOf } from './page.ts';

interface RoleItem extends vscode.QuickPickItem {
  readonly role: RoleResult;
}

/** Lists the parts, the missing ones first; choosing one inserts a pattern for it. */
export async function showCaseStudyCheck(settings: Settings): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return;
  const { isDiagram, text } = pageOf(document, settings);
  const results = checkCaseStudy([text, ...(await readLinked(document))], isDiagram);
  const lacking = results.filter(({ found, wanted }) => found < wanted);
  const items = [...lacking, ...results.filter((role) => !lacking.includes(role))].map(itemOf);
  const chosen = await vscode.window.showQuickPick<RoleItem>(items, {
    title: vscode.l10n.t('Check Case Study'),
    placeHolder:
      lacking.length === 0
        ? vscode.l10n.t('Nothing is lacking: all 12 diagrams are there')
        : vscode.l10n.t('Choose what is lacking to insert a pattern for it'),
  });
  if (chosen === undefined || chosen.role.found >= chosen.role.wanted) return;
  const pattern = patterns.find(({ id }) => id === chosen.role.patternId);
  if (pattern !== undefined) await insertPattern(pattern, settings);
}

function itemOf(role: RoleResult): RoleItem {
  const isThere = role.found >= role.wanted;
  return {
    label: role.title,
    iconPath: new vscode.ThemeIcon(isThere ? 'pass' : 'error'),
    description: vscode.l10n.t('{0} of {1}', role.found, role.wanted),
    role,
  };
}

/** The texts of the pages beside it that it leads to; those that cannot be read count as not there. */
async function readLinked(document: vscode.TextDocument): Promise<readonly string[]> {
  if (document.isUntitled) return [];
  const own = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const names = linkedPages(document.getText()).filter((name) => name !== own);
  const texts = names.map(async (name) => {
    const uri = vscode.Uri.joinPath(document.uri, '..', name);
    return Promise.resolve(vscode.workspace.openTextDocument(uri)).then(
      (page) => page.getText(),
      () => '',
    );
  });
  return Promise.all(texts);
}
