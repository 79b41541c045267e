/** Saves diagrams as pictures: one where the user says, or all of a page into a folder. Nothing is overwritten unasked. */
import * as vscode from 'vscode';
import { imageFormats } from '../../core/protocol.ts';
import type { ImageFormat, ImageWish } from '../../core/protocol.ts';
import type { DrawnPage } from './drawnPage.ts';
import { fileNamesOf } from '../../core/pictureNames.ts';
import { askKind, kindOf } from './imageKinds.ts';
import type { ImageKind } from './imageKinds.ts';
import { folderOf, lastOf } from './places.ts';

/** How pictures are made for files, whatever their kind. */
export type ExportSettings = Pick<ImageWish, 'scale' | 'paper' | 'colours'>;

/** Asks as what and where to, then saves one diagram. */
export async function exportDiagram(page: DrawnPage, diagram: number, settings: ExportSettings): Promise<void> {
  const kind = await askKind(vscode.l10n.t('Export the diagram as'), settings.scale);
  const file = kind && (await saveDiagram(page, diagram, settings, kind));
  if (file !== undefined) await offerToOpen(file, vscode.l10n.t('Saved {0}', lastOf(file)));
}

/** Offers to save a diagram as PNG, after something else did not work. */
export async function offerToSave(
  page: DrawnPage,
  diagram: number,
  settings: ExportSettings,
  problem: string,
): Promise<void> {
  const save = vscode.l10n.t('Save as PNG…');
  const words = vscode.l10n.t('The picture was not copied, because the clipboard refused it: {0}', problem);
  if ((await vscode.window.showWarningMessage(words, save)) !== save) return;
  const file = await saveDiagram(page, diagram, settings, kindOf('png', settings.scale));
  if (file !== undefined) await offerToOpen(file, vscode.l10n.t('Saved {0}', lastOf(file)));
}

/** Asks where to, then saves one diagram; gives the file. The extension that was chosen may name another format. */
export async function saveDiagram(
  page: DrawnPage,
  diagram: number,
  settings: ExportSettings,
  kind: ImageKind,
): Promise<vscode.Uri | undefined> {
  const document = vscode.Uri.parse(page.checked.uri, true);
  const name = namesOf(page)[diagram] ?? 'diagram';
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Diagram'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: vscode.Uri.joinPath(folderOf(document), `${name}.${kind.format}`),
    filters: { [kind.name]: [kind.format] },
  });
  if (file === undefined) return undefined;
  const format = imageFormats.find((candidate) => file.path.toLowerCase().endsWith(`.${candidate}`)) ?? kind.format;
  const { labels } = format === kind.format ? kind : kindOf(format, settings.scale);
  const data = await page.draw(diagram, { format, labels, ...settings });
  await vscode.workspace.fs.writeFile(file, bytesOf(format, data));
  return file;
}

/** Asks as what and into which folder, then saves every diagram of the page that has a picture; can be stopped. */
export async function exportPage(page: DrawnPage, settings: ExportSettings): Promise<void> {
  const kind = await askKind(vscode.l10n.t('Export {0} diagrams as', page.checked.diagrams.length), settings.scale);
  if (kind === undefined) return;
  const { format, labels } = kind;
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
      const isStopped = (): boolean => cancel.isCancellationRequested;
      const problems: string[] = [];
      let saved = 0;
      for (const [diagram, file] of files.entries()) {
        if (isStopped()) break;
        progress.report({ message: lastOf(file), increment: 100 / files.length });
        if (skipped.has(file.toString())) continue;
        try {
          const data = await page.draw(diagram, { format, labels, ...settings });
          // Whoever stopped meanwhile wants no more files; one that is begun is finished.
          if (isStopped()) break;
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

/** True to overwrite, false to leave what is there, undefined to do nothing at all. */
async function askOverwrite(existing: readonly vscode.Uri[]): Promise<boolean | undefined> {
  const overwrite = vscode.l10n.t('Overwrite');
  const skip = vscode.l10n.t('Keep Them');
  const answer = await vscode.window.showWarningMessage(
    existing.length === 1
      ? vscode.l10n.t('1 file is there already.')
      : vscode.l10n.t('{0} files are there already.', existing.length),
    { modal: true, detail: listed(existing.map(lastOf)) },
    overwrite,
    skip,
  );
  return answer === undefined ? undefined : answer === overwrite;
}

/** How many names a question lists; a dialog with more fills the screen. */
const mostListed = 10;

function listed(names: readonly string[]): string {
  const rest = names.length - mostListed;
  const more = rest > 0 ? [vscode.l10n.t('and {0} more', rest)] : [];
  return [...names.slice(0, mostListed), ...more].join('\n');
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

function bytesOf(format: ImageFormat, data: string): Uint8Array {
  if (format === 'svg') return new TextEncoder().encode(data);
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}
