/** The command *Show Gates*: a list of the gates with verdict and evidence; choosing one leads to its findings. */
import * as vscode from 'vscode';
import type { GateResult } from '../../core/model.ts';
import type { CheckedDocuments } from '../documents.ts';
import { evidenceLine, gateQuestion, gateTitle, tally, verdictIcon, verdictWord } from '../gateWords.ts';
import { showFindings } from './showFindings.ts';

export async function showGates(documents: CheckedDocuments): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const checked = uri && documents.get(uri);
  if (checked === undefined || checked.gates.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document has no diagram to judge.'));
    return;
  }
  const { passed, applicable } = tally(checked);
  const chosen = await vscode.window.showQuickPick(checked.gates.map(gateItem), {
    title: vscode.l10n.t('Diagram Gates: {0} of {1} passed', passed, applicable),
    matchOnDetail: true,
  });
  if (chosen !== undefined) await showFindings(checked, chosen.gate);
}

interface GateItem extends vscode.QuickPickItem {
  readonly gate: GateResult;
}

function gateItem(gate: GateResult): GateItem {
  const detail = [gateQuestion(gate.id), evidenceLine(gate)].filter((part) => part !== '').join(' ');
  return {
    label: `${verdictIcon(gate.verdict)} ${gateTitle(gate.id)}`,
    description: verdictWord(gate.verdict),
    ...(detail === '' ? {} : { detail }),
    gate,
  };
}
