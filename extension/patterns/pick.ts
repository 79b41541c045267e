/** The list a pattern is chosen from, grouped by family. */
import * as vscode from 'vscode';
import { patternFamilies } from '../../core/patterns/pattern.ts';
import type { Pattern } from '../../core/patterns/pattern.ts';

interface PatternItem extends vscode.QuickPickItem {
  /** Undefined for the headings between families. */
  readonly pattern?: Pattern;
}

/** Asks for a pattern; undefined when the author thinks better of it. */
export async function pickPattern(patterns: readonly Pattern[]): Promise<Pattern | undefined> {
  const chosen = await vscode.window.showQuickPick(itemsOf(patterns), {
    title: vscode.l10n.t('Insert Pattern'),
    placeHolder: vscode.l10n.t('Each is filled with a worked example; Tab leads through what to change'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.pattern;
}

function itemsOf(patterns: readonly Pattern[]): readonly PatternItem[] {
  return patternFamilies.flatMap((family) => {
    const members = patterns.filter((pattern) => pattern.family === family.id);
    if (members.length === 0) return [];
    return [{ label: family.title, kind: vscode.QuickPickItemKind.Separator }, ...members.map(itemOf)];
  });
}

function itemOf(pattern: Pattern): PatternItem {
  return { label: pattern.title, description: pattern.trigger, detail: pattern.description, pattern };
}
