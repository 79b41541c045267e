/** The command *Save Selection as Pattern…*: a piece of a page becomes a pattern of this workspace. */
import * as vscode from 'vscode';
import { outlineOf } from '../../core/patterns/outline.ts';
import { patternFamilies } from '../../core/patterns/pattern.ts';
import type { PatternFamily } from '../../core/patterns/pattern.ts';
import { teamPatternName, writeTeamPattern } from '../../core/patterns/teamWrite.ts';
import { isLink } from '../links.ts';
import type { Settings } from '../settings.ts';
import { pageOf } from './page.ts';
import { patternsFolder } from './team.ts';

export async function saveSelectionAsPattern(settings: Settings): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.selection.isEmpty) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select what the pattern shall insert first.'));
    return;
  }
  const { document } = editor;
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.workspace.workspaceFolders?.[0];
  if (workspaceFolder === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Patterns are kept in a workspace: open a folder first.'));
    return;
  }
  const page = selectedPage(editor, settings);
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('Save Selection as Pattern'),
    prompt: vscode.l10n.t('What the pattern is called'),
    value: /^#{1,6}[ \t]+(.+)$/m.exec(page)?.[1]?.trim() ?? '',
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Write something.') : undefined),
  });
  if (title === undefined) return;
  const family = await askFamily();
  if (family === undefined) return;

  const folder = await patternsFolder(workspaceFolder);
  if (folder === undefined) {
    const message = vscode.l10n.t('The folder .diagram-gates/patterns is a link that may lead out of the workspace.');
    void vscode.window.showErrorMessage(message);
    return;
  }
  const file = vscode.Uri.joinPath(folder, teamPatternName(title));
  if (await isLink(file)) {
    const name = vscode.workspace.asRelativePath(file);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} is a link that may lead out of the workspace.', name));
    return;
  }
  if ((await exists(file)) && !(await mayReplace(file))) return;
  const text = writeTeamPattern({ title: title.trim(), family, page });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(file);
}

/** What is selected, as Markdown: lines from inside a diagram get its fence back. */
function selectedPage({ document, selection }: vscode.TextEditor, settings: Settings): string {
  const text = document.getText(selection);
  const { kind, isDiagram } = pageOf(document, settings);
  const lines = document.getText().split(/\r?\n/);
  const region = outlineOf(lines, isDiagram).regions.find(
    ({ first, last }) => first < selection.start.line && selection.end.line <= last,
  );
  const isInside = kind === 'mermaid' || (region?.kind === 'diagram' && !/^[ \t>]*(?:```|~~~)/m.test(text));
  return isInside ? `\`\`\`mermaid\n${text.replace(/\s+$/, '')}\n\`\`\`` : text;
}

async function askFamily(): Promise<PatternFamily | undefined> {
  const chosen = await vscode.window.showQuickPick(
    patternFamilies.map(({ id, title }) => ({ label: title, id })),
    { title: vscode.l10n.t('Save Selection as Pattern'), placeHolder: vscode.l10n.t('Which patterns it stands with') },
  );
  return chosen?.id;
}

const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

async function mayReplace(file: vscode.Uri): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const name = vscode.workspace.asRelativePath(file);
  const question = vscode.l10n.t('{0} is there already. Replace it?', name);
  return (await vscode.window.showWarningMessage(question, { modal: true }, replace)) === replace;
}
