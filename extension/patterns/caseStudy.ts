/** The command *Insert Case Study…*: twelve diagrams of one system, as a page or as a folder of pages. */
import * as vscode from 'vscode';
import { caseStudyFolder, caseStudyPage } from '../../core/patterns/caseStudy/write.ts';
import type { WrittenPage } from '../../core/patterns/caseStudy/write.ts';
import { caseStudyInputs } from '../../core/patterns/caseStudy/study.ts';
import { slugOf } from '../../core/patterns/teamFile.ts';
import { askInputs } from './ask.ts';

export async function insertCaseStudy(): Promise<void> {
  const title = vscode.l10n.t('Insert Case Study');
  const folder = vscode.l10n.t('A folder of pages');
  const form = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('One page'), detail: vscode.l10n.t('12 diagrams in five chapters') },
      { label: folder, detail: vscode.l10n.t('Five pages that lead to each other') },
    ],
    {
      title,
      placeHolder: vscode.l10n.t('12 diagrams of one system: the whole, five planes, three requests, regions, growth'),
    },
  );
  if (form === undefined) return;
  const answers = await askInputs({ title, inputs: caseStudyInputs });
  if (answers === undefined) return;
  const workspaceFolder = vscode.workspace.workspaceFolders?.[0];
  if (form.label !== folder || workspaceFolder === undefined) {
    // Without a workspace there is no place for files, so that it is one page in any case.
    const page = await vscode.workspace.openTextDocument({ language: 'markdown', content: caseStudyPage(answers) });
    await vscode.window.showTextDocument(page);
    return;
  }
  const name = await askFolder(title, `case-study-${slugOf(answers['system'] ?? '')}`);
  if (name === undefined) return;
  const target = vscode.Uri.joinPath(workspaceFolder.uri, ...name.split('/'));
  await writePages(target, caseStudyFolder(answers));
}

function askFolder(title: string, value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The folder in the workspace that the pages are written to'),
    value,
    validateInput: (name) =>
      /^[\w-][\w. -]*(?:\/[\w-][\w. -]*)*$/.test(name)
        ? undefined
        : vscode.l10n.t('Write a folder of this workspace, such as docs/tonewave.'),
  });
}

/** Writes all or nothing: what is there already is replaced only when the author says so. */
async function writePages(folder: vscode.Uri, pages: readonly WrittenPage[]): Promise<void> {
  const present: string[] = [];
  for (const { file } of pages) if (await exists(vscode.Uri.joinPath(folder, file))) present.push(file);
  if (present.length > 0) {
    const replace = vscode.l10n.t('Replace');
    const question = vscode.l10n.t('{0} is there already. Replace it?', present.join(', '));
    if ((await vscode.window.showWarningMessage(question, { modal: true }, replace)) !== replace) return;
  }
  for (const { file, text } of pages) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file), new TextEncoder().encode(text));
  }
  const [first] = pages;
  if (first !== undefined) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, first.file));
}

const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
