/** The command *Choose What Is Checked…*: from whether diagrams render to every gate, here or everywhere. */
import * as vscode from 'vscode';
import { profiles } from '../../core/config.ts';
import type { Profile } from '../../core/config.ts';

const key = 'diagramGates.profile';

/** Takes a profile and, as a second argument, `workspace` or `user`; asks for what is missing. */
export async function chooseProfile(given?: unknown, where?: unknown): Promise<void> {
  const profile = profiles.find((one) => one === given) ?? (await askProfile());
  if (profile === undefined) return;
  const target = where === 'workspace' || where === 'user' ? where : await askWhere();
  if (target === undefined) return;
  const targets = { workspace: vscode.ConfigurationTarget.Workspace, user: vscode.ConfigurationTarget.Global };
  await vscode.workspace.getConfiguration().update(key, profile, targets[target]);
}

interface Choice<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

async function askProfile(): Promise<Profile | undefined> {
  const present = vscode.workspace.getConfiguration().get(key);
  const words: Readonly<Record<Profile, readonly [label: string, detail: string]>> = {
    syntax: [
      vscode.l10n.t('Only whether diagrams render'),
      vscode.l10n.t('Faults that keep Mermaid from drawing, with their repairs. Nothing about what the page says.'),
    ],
    standard: [
      vscode.l10n.t('Everything'),
      vscode.l10n.t('Also whether the page shows more than it tells, carries figures that add up, and helps at 3 AM.'),
    ],
    strict: [
      vscode.l10n.t('Everything, as errors'),
      vscode.l10n.t('For pages that are not merged before every finding is gone.'),
    ],
    off: [vscode.l10n.t('Nothing'), vscode.l10n.t('The preview, the patterns and the repairs of diagrams stay.')],
  };
  const order: readonly Profile[] = ['syntax', 'standard', 'strict', 'off'];
  const chosen = await vscode.window.showQuickPick(
    order.map((value): Choice<Profile> => {
      const [label, detail] = words[value];
      return { label, detail, value, ...(value === present ? { description: vscode.l10n.t('now') } : {}) };
    }),
    {
      title: vscode.l10n.t('What Is Checked'),
      placeHolder: vscode.l10n.t('A configuration file or the front matter of a page may say otherwise'),
    },
  );
  return chosen?.value;
}

async function askWhere(): Promise<'workspace' | 'user' | undefined> {
  if (vscode.workspace.workspaceFolders === undefined) return 'user';
  const choices: readonly Choice<'workspace' | 'user'>[] = [
    { label: vscode.l10n.t('In this workspace'), value: 'workspace' },
    { label: vscode.l10n.t('Everywhere'), value: 'user' },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Where It Holds') });
  return chosen?.value;
}
