/** Where a page or folder stands, in words. */
import * as vscode from 'vscode';
import type { FolderState, PageState } from '../../core/workspace/pageTree.ts';
import { gateTitle } from '../gateWords.ts';

/** `2 of 5 gates passed; fails Renders, Visual`. */
export function stateLine({ failed, passed, applicable }: PageState): string {
  const counted = vscode.l10n.t('{0} of {1} gates passed', passed, applicable);
  return failed.length === 0 ? counted : vscode.l10n.t('{0}; fails {1}', counted, failed.map(gateTitle).join(', '));
}

/** `3 of 12 fail`. */
export const folderLine = ({ failing, pages }: FolderState): string =>
  failing === 0 ? vscode.l10n.t('all pass') : vscode.l10n.t('{0} of {1} fail', failing, pages.length);
