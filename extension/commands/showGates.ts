/** The command *Show Gates*: a list of the gates with verdict and evidence; choosing one leads to its findings. */
import * as vscode from 'vscode';
import type { CheckedDocument, Finding, GateResult } from '../../core/model.ts';
import type { CheckedDocuments } from '../documents.ts';
import { evidenceLine, gateQuestion, gateTitle, tally, verdictIcon, verdictWord } from '../gateWords.ts';
import { reveal } from './reveal.ts';

export async function showGates(documents: CheckedDocuments): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const checked = uri && documents.get(uri);
  if (checked === undefined || checked.gates.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document has no diagram to judge.'));
    return;
  }
  const { passed, applicable } = tally(checked);
  const chosen = await vscode.window.showQuickPick(
    checked.gates.map((gate) => gateItem(checked, gate)),
    { title: vscode.l10n.t('Diagram Gates: {0} of {1} passed', passed, applicable), matchOnDetail: true },
  );
  if (chosen !== undefined) await showFindings(checked, chosen);
}

interface GateItem extends vscode.QuickPickItem {
  readonly findings: readonly Finding[];
}

function gateItem(checked: CheckedDocument, gate: GateResult): GateItem {
  const findings = checked.findings.filter((finding) => finding.gate === gate.id);
  const detail = [gateQuestion(gate.id), evidenceLine(gate)].filter((part) => part !== '').join(' ');
  return {
    label: `${verdictIcon(gate.verdict)} ${gateTitle(gate.id)}`,
    description: verdictWord(gate.verdict),
    ...(detail === '' ? {} : { detail }),
    findings,
  };
}

/** Goes to the gate's first finding; with several, lets somebody choose another. */
async function showFindings({ uri }: CheckedDocument, gate: GateItem): Promise<void> {
  const [first, ...more] = gate.findings;
  if (first === undefined) return;
  await reveal({ uri, offset: first.span.start });
  if (more.length === 0) return;
  const chosen = await vscode.window.showQuickPick(
    gate.findings.map((finding) => ({ label: finding.message, description: finding.alias, finding })),
    { title: gate.label, matchOnDescription: true },
  );
  if (chosen !== undefined) await reveal({ uri, offset: chosen.finding.span.start });
}
