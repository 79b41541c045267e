/** The list a pattern is chosen from, grouped by family, with a way to its picture. */
import * as vscode from 'vscode';
import { patternFamilies } from '../../core/patterns/pattern.ts';
import type { Pattern, PatternFamily } from '../../core/patterns/pattern.ts';
import { showPicture } from './picture.ts';

interface PatternItem extends vscode.QuickPickItem {
  /** Undefined for the headings between families. */
  readonly pattern?: Pattern;
}

/** The patterns of the workspace's own team stand after the built-in ones of their family, with a mark. */
export interface PatternList {
  readonly builtIn: readonly Pattern[];
  readonly team: readonly Pattern[];
}

const icons: Readonly<Record<PatternFamily, string>> = {
  system: 'type-hierarchy',
  incident: 'flame',
  cost: 'pie-chart',
  plan: 'checklist',
  'case-study': 'book',
};

/** Asks for a pattern; undefined when the author thinks better of it. */
export function pickPattern(patterns: PatternList, extensionUri: vscode.Uri): Promise<Pattern | undefined> {
  const picker = vscode.window.createQuickPick<PatternItem>();
  picker.title = vscode.l10n.t('Insert Pattern');
  picker.placeholder = vscode.l10n.t('Search by title, trigger, content or input');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = itemsOf(patterns);
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.pattern);
      picker.hide();
    });
    picker.onDidTriggerItemButton(({ item }) => {
      // The list stays, so that the picture can be looked at before choosing.
      picker.ignoreFocusOut = true;
      if (item.pattern !== undefined) void showPicture(extensionUri, item.pattern);
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(undefined);
    });
    picker.show();
  });
}

function itemsOf({ builtIn, team }: PatternList): readonly PatternItem[] {
  return patternFamilies.flatMap((family) => {
    const members = [
      ...builtIn.filter((pattern) => pattern.family === family.id).map((pattern) => itemOf(pattern, true)),
      ...team.filter((pattern) => pattern.family === family.id).map((pattern) => itemOf(pattern, false)),
    ];
    if (members.length === 0) return [];
    return [{ label: family.title, kind: vscode.QuickPickItemKind.Separator }, ...members];
  });
}

function itemOf(pattern: Pattern, isBuiltIn: boolean): PatternItem {
  const inputs = pattern.inputs.map(({ label }) => label).join(', ');
  return {
    label: pattern.title,
    iconPath: new vscode.ThemeIcon(isBuiltIn ? icons[pattern.family] : 'organization'),
    description: isBuiltIn ? pattern.trigger : vscode.l10n.t('{0}, of this workspace', pattern.trigger),
    detail: inputs === '' ? pattern.description : vscode.l10n.t('{0}. Inputs: {1}', pattern.description, inputs),
    buttons: isBuiltIn
      ? [{ iconPath: new vscode.ThemeIcon('file-media'), tooltip: vscode.l10n.t('Show Picture and Inputs') }]
      : [],
    pattern,
  };
}
