/** Where a page or folder stands, in words. */
import * as vscode from 'vscode';
import type { FolderState, PageState } from '../../core/workspace/pageTree.ts';
import { gateTitle } from '../gateWords.ts';

/** `2 of 5 gates passed; fails Renders, Visual; 3 in the baseline`. */
export function stateLine({ failed, passed, applicable, known }: PageState): string {
  const lines = [
    ...(applicable === 0 ? [] : [vscode.l10n.t('{0} of {1} gates passed', passed, applicable)]),
    ...(failed.length === 0 ? [] : [vscode.l10n.t('fails {0}', failed.map(gateTitle).join(', '))]),
    ...(known === 0 ? [] : [vscode.l10n.t('{0} in the baseline', known)]),
  ];
  return lines.join('; ');
}

/** The same, for a narrow view: `2/5 gates, 3 known`. */
export function shortLine({ passed, applicable, known }: PageState): string {
  const lines = [
    ...(applicable === 0 ? [] : [vscode.l10n.t('{0}/{1} gates', passed, applicable)]),
    ...(known === 0 ? [] : [vscode.l10n.t('{0} known', known)]),
  ];
  return lines.join(', ');
}

/** `3 of 12 fail`. */
export function folderLine({ failing, pages }: FolderState): string {
  if (failing > 0) return vscode.l10n.t('{0} of {1} fail', failing, pages.length);
  const known = pages.reduce((sum, page) => sum + page.known, 0);
  return pages.some(({ applicable }) => applicable > 0) ? vscode.l10n.t('all pass') : vscode.l10n.t('{0} known', known);
}
