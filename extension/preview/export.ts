/** Saves diagrams as pictures: one where the user says, or all of a page into a folder. Nothing is overwritten unasked. */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../../core/model.ts';
import { imageFormats } from '../../core/protocol.ts';
import type { ImageFormat, ImageRequest } from '../../core/protocol.ts';
import { fileNamesOf } from './fileNames.ts';

/** How pictures are made for files. */
export interface ExportSettings {
  /** PNG pixels for each pixel of the picture. */
  readonly scale: number;
  /** Whether the background that belongs to the picture is painted. */
  readonly paper: boolean;
}

export type ImageWish = Pick<ImageRequest, 'diagram' | 'format' | 'scale' | 'paper'>;

/** A page and who can draw it. */
export interface DrawnPage {
  readonly checked: CheckedDocument;
  /** SVG as text, PNG in base64; rejects with a sentence for people. */
  readonly draw: (wish: ImageWish) => Promise<string>;
}

/** Asks where to, then saves one diagram; the file's extension says the format. */
export async function exportDiagram(page: DrawnPage, diagram: number, settings: ExportSettings): Promise<void> {
  const document = vscode.Uri.parse(page.checked.uri, true);
  const name = namesOf(page)[diagram] ?? 'diagram';
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Diagram'),
    defaultUri: vscode.Uri.joinPath(folderOf(document), `${name}.svg`),
    filters: { [vscode.l10n.t('SVG picture')]: ['svg'], [vscode.l10n.t('PNG picture')]: ['png'] },
  });
  if (file === undefined) return;
  const format = imageFormats.find((candidate) => file.path.toLowerCase().endsWith(`.${candidate}`)) ?? 'svg';
  await vscode.workspace.fs.writeFile(file, bytesOf(format, await page.draw({ diagram, format, ...settings })));
  await offerToOpen(file, vscode.l10n.t('Saved {0}', lastOf(file)));
}

/** Asks for folder and format, then saves every diagram of the page that has a picture; can be stopped. */
export async function exportPage(page: DrawnPage, settings: ExportSettings): Promise<void> {
  const format = await askFormat(page.checked.diagrams.length);
  if (format === undefined) return;
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Export All Diagrams of the Page'),
      defaultUri: folderOf(vscode.Uri.parse(page.checked.uri, true)),
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Export Here'),
    })) ?? [];
  if (folder === undefined) return;
  const files = namesOf(page).map((name) => vscode.Uri.joinPath(folder, `${name}.${format}`));
  const existing = await existingOf(files, folder);
  const overwrite = existing.length === 0 ? false : await askOverwrite(existing);
  if (overwrite === undefined) return;
  const skipped: ReadonlySet<string> = new Set(overwrite ? [] : existing.map(String));
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting diagrams'), cancellable: true },
    async (progress, cancel) => {
      const problems: string[] = [];
      let saved = 0;
      for (const [diagram, file] of files.entries()) {
        if (cancel.isCancellationRequested) break;
        progress.report({ message: lastOf(file), increment: 100 / files.length });
        if (skipped.has(file.toString())) continue;
        try {
          const data = await page.draw({ diagram, format, ...settings });
          await vscode.workspace.fs.writeFile(file, bytesOf(format, data));
          saved += 1;
        } catch (thrown) {
          problems.push(`${lastOf(file)}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
        }
      }
      report(saved, files.length, problems);
    },
  );
}

function report(saved: number, count: number, problems: readonly string[]): void {
  const words = vscode.l10n.t('Saved {0} of {1} diagrams.', saved, count);
  if (problems.length === 0) void vscode.window.showInformationMessage(words);
  else void vscode.window.showWarningMessage(`${words} ${problems.join(' ')}`);
}

async function askFormat(count: number): Promise<ImageFormat | undefined> {
  const chosen = await vscode.window.showQuickPick(
    imageFormats.map((format) => ({
      label: format.toUpperCase(),
      detail: format === 'svg' ? vscode.l10n.t('Sharp at every size') : vscode.l10n.t('For tools that read no SVG'),
      format,
    })),
    { title: vscode.l10n.t('Export {0} diagrams as', count) },
  );
  return chosen?.format;
}

/** True to overwrite, false to leave what is there, undefined to do nothing at all. */
async function askOverwrite(existing: readonly vscode.Uri[]): Promise<boolean | undefined> {
  const overwrite = vscode.l10n.t('Overwrite');
  const skip = vscode.l10n.t('Keep Them');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} files are there already.', existing.length),
    { modal: true, detail: existing.map(lastOf).join('\n') },
    overwrite,
    skip,
  );
  return answer === undefined ? undefined : answer === overwrite;
}

async function existingOf(files: readonly vscode.Uri[], folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => new Set(found.map(([name]) => name)),
    () => new Set<string>(),
  );
  return files.filter((file) => entries.has(lastOf(file)));
}

async function offerToOpen(file: vscode.Uri, words: string): Promise<void> {
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(words, open);
  if (answer === open) await vscode.commands.executeCommand('vscode.open', file);
}

const namesOf = ({ checked }: DrawnPage): readonly string[] =>
  fileNamesOf(lastOf(vscode.Uri.parse(checked.uri, true)), checked.diagrams);

/** Where the document lies; of one that was never saved, where the workspace does. */
function folderOf(document: vscode.Uri): vscode.Uri {
  if (document.scheme !== 'untitled') return vscode.Uri.joinPath(document, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
}

const lastOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

function bytesOf(format: ImageFormat, data: string): Uint8Array {
  if (format === 'svg') return new TextEncoder().encode(data);
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}
