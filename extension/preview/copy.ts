/** Puts diagrams on the clipboard: as a picture, as SVG, or as a line of Markdown that shows a picture file. */
import * as vscode from 'vscode';
import { ownTitle } from '../../core/diagramTitle.ts';
import { nameOfType } from '../../core/mermaid/typeName.ts';
import type { DrawnPage } from './drawnPage.ts';
import { offerToSave, saveDiagram } from './export.ts';
import type { ExportSettings } from './export.ts';
import { kindOf } from './imageKinds.ts';
import { markdownImage } from './markdownImage.ts';
import { folderOf } from './places.ts';

/** Only a page with the focus may put a picture on the clipboard; where that fails, the picture can be saved. */
export async function copyPng(page: DrawnPage, diagram: number, settings: ExportSettings): Promise<void> {
  const problem = await page.copy(diagram, { format: 'png', labels: 'html', ...settings });
  if (problem === undefined) say(vscode.l10n.t('Copied the diagram as PNG'));
  else await offerToSave(page, diagram, settings, problem);
}

/** The SVG's source; labels as text, because it is most often pasted into a drawing program. */
export async function copySvg(page: DrawnPage, diagram: number, settings: ExportSettings): Promise<void> {
  await vscode.env.clipboard.writeText(await page.draw(diagram, { format: 'svg', labels: 'text', ...settings }));
  say(vscode.l10n.t('Copied the diagram as SVG'));
}

/** Saves the diagram as SVG where the user says; the clipboard gets the Markdown that shows the file on this page. */
export async function copyMarkdown(page: DrawnPage, diagram: number, settings: ExportSettings): Promise<void> {
  const file = await saveDiagram(page, diagram, settings, kindOf('svg', settings.scale));
  if (file === undefined) return;
  const { text = '', type } = page.checked.diagrams[diagram] ?? {};
  const words = ownTitle(text) || (nameOfType(type) ?? vscode.l10n.t('Diagram'));
  const image = markdownImage(words, folderOf(vscode.Uri.parse(page.checked.uri, true)), file);
  await vscode.env.clipboard.writeText(image);
  say(vscode.l10n.t('Copied {0}', image));
}

/** How long a word of success stands in the status bar, in milliseconds. */
const span = 5_000;

const say = (words: string): void => void vscode.window.setStatusBarMessage(`$(check) ${words}`, span);
