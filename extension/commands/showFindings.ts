/** Leads to findings: to the first at once and, where there are several, to the one that is chosen. */
import * as vscode from 'vscode';
import type { CheckedDocument, Finding, GateResult } from '../../core/model.ts';
import { gateTitle, verdictIcon } from '../gateWords.ts';
import { reveal } from './reveal.ts';

/** Leads to the findings of one gate. */
export function showFindings({ uri, findings }: CheckedDocument, gate: GateResult): Promise<void> {
  const ours = findings.filter((finding) => finding.gate === gate.id);
  return chooseFinding(uri, ours, `${verdictIcon(gate.verdict)} ${gateTitle(gate.id)}`);
}

export async function chooseFinding(uri: string, findings: readonly Finding[], title: string): Promise<void> {
  const [first, ...more] = findings;
  if (first === undefined) return;
  await reveal({ uri, offset: first.span.start });
  if (more.length === 0) return;
  const chosen = await vscode.window.showQuickPick(
    findings.map((finding) => ({ label: finding.message, description: finding.alias, finding })),
    { title, matchOnDescription: true },
  );
  if (chosen !== undefined) await reveal({ uri, offset: chosen.finding.span.start });
}
