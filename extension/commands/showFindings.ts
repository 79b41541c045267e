/** Leads to the findings of one gate: to the first at once and, where there are several, to the one that is chosen. */
import * as vscode from 'vscode';
import type { CheckedDocument, GateResult } from '../../core/model.ts';
import { gateTitle, verdictIcon } from '../gateWords.ts';
import { reveal } from './reveal.ts';

export async function showFindings({ uri, findings }: CheckedDocument, gate: GateResult): Promise<void> {
  const ours = findings.filter((finding) => finding.gate === gate.id);
  const [first, ...more] = ours;
  if (first === undefined) return;
  await reveal({ uri, offset: first.span.start });
  if (more.length === 0) return;
  const chosen = await vscode.window.showQuickPick(
    ours.map((finding) => ({ label: finding.message, description: finding.alias, finding })),
    { title: `${verdictIcon(gate.verdict)} ${gateTitle(gate.id)}`, matchOnDescription: true },
  );
  if (chosen !== undefined) await reveal({ uri, offset: chosen.finding.span.start });
}
