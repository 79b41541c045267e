/** The list a kind of source is chosen from: what the text looks like first, then everything else. */
import * as vscode from 'vscode';
import { rankSources } from '../../core/sources/detect.ts';
import { sampleLength } from '../../core/sources/source.ts';
import type { OptionValues, Source, SourceInput, SourceOption } from '../../core/sources/source.ts';

interface KindItem extends vscode.QuickPickItem {
  /** Undefined for the headings. */
  readonly source?: Source;
}

/** Asks what the text is; undefined when the author thinks better of it. */
export async function pickKind(sources: readonly Source[], input: SourceInput): Promise<Source | undefined> {
  const ranked = rankSources(sources, { head: input.text.slice(0, sampleLength), name: input.name });
  const found = ranked.map(({ source }) => source);
  const others = sources.filter((source) => !found.includes(source));
  const heading = (label: string): KindItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const chosen = await vscode.window.showQuickPick(
    [
      ...(found.length > 0 ? [heading(vscode.l10n.t('looks like')), ...found.map(itemOf)] : []),
      ...(others.length > 0 ? [heading(vscode.l10n.t('or')), ...others.map(itemOf)] : []),
    ],
    {
      title: vscode.l10n.t('Create Diagram from {0}', input.name),
      placeHolder: vscode.l10n.t('What is it?'),
      matchOnDetail: true,
    },
  );
  return chosen?.source;
}

const itemOf = (source: Source): KindItem => ({
  label: source.title,
  detail: `${source.reads} → ${source.makes}`,
  source,
});

/** Asks for the options given, one after the other; an empty answer leaves one out. Undefined when the author stops. */
export async function askOptions(
  options: readonly SourceOption[],
  known: OptionValues,
  isNeeded = false,
): Promise<OptionValues | undefined> {
  const answers: Record<string, string | undefined> = { ...known };
  for (const { name, label, problemOf } of options.filter((option) => known[option.name] === undefined)) {
    const answer = await vscode.window.showInputBox({
      title: vscode.l10n.t('Create Diagram from Source'),
      prompt: isNeeded ? label : vscode.l10n.t('{0} (leave empty to go without)', label),
      ignoreFocusOut: true,
      validateInput: (value) => (value === '' && !isNeeded ? undefined : problemOf(value)),
    });
    if (answer === undefined) return undefined;
    if (answer !== '') answers[name] = answer;
  }
  return answers;
}
