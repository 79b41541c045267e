/** Says gates, verdicts and evidence in words, for the status bar and the gates list. */
import * as vscode from 'vscode';
import { wordsOf } from '../core/gates/words.ts';
import { assertNever } from '../core/model.ts';
import type { CheckedDocument, GateId, GateResult, Verdict } from '../core/model.ts';
import { evidenceWords } from './evidenceWords.ts';

/** How many gates apply to a document, and how many of them hold. */
export interface Tally {
  readonly passed: number;
  readonly applicable: number;
}

export function tally(checked: CheckedDocument): Tally {
  const applicable = checked.gates.filter((gate) => gate.verdict !== 'not-applicable');
  return { passed: applicable.filter((gate) => gate.verdict === 'pass').length, applicable: applicable.length };
}

export function gateTitle(id: GateId): string {
  return vscode.l10n.t(wordsOf(id)?.title ?? id);
}

/** The question a gate answers; empty for a gate this version does not know. */
export function gateQuestion(id: GateId): string {
  const question = wordsOf(id)?.question;
  return question === undefined ? '' : vscode.l10n.t(question);
}

export function verdictWord(verdict: Verdict): string {
  switch (verdict) {
    case 'pass':
      return vscode.l10n.t('pass');
    case 'fail':
      return vscode.l10n.t('fail');
    case 'not-applicable':
      return vscode.l10n.t('not applicable');
    default:
      return assertNever(verdict);
  }
}

/** The codicon of a verdict, as VS Code writes it in labels. */
export function verdictIcon(verdict: Verdict): string {
  switch (verdict) {
    case 'pass':
      return '$(pass)';
    case 'fail':
      return '$(error)';
    case 'not-applicable':
      return '$(circle-slash)';
    default:
      return assertNever(verdict);
  }
}

/** What a gate counted, in one line; empty where it counted nothing. */
export const evidenceLine = (gate: GateResult): string =>
  evidenceWords(gate, (text, ...values) => vscode.l10n.t(text, ...values));

/** The question a gate answers, its verdict and what it counted. */
export function gateLine(gate: GateResult): string {
  const evidence = evidenceLine(gate);
  const verdict = evidence === '' ? verdictWord(gate.verdict) : `${verdictWord(gate.verdict)} (${evidence})`;
  return [gateQuestion(gate.id), verdict].filter((part) => part !== '').join(' ');
}
