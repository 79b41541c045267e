/** Registers the preview: its command, and its panel's return after a restart. */
import * as vscode from 'vscode';
import { parsePreviewState } from '../../core/protocol.ts';
import { commands, previewViewType as viewType } from '../contributions.ts';
import { parsePlace } from '../place.ts';
import type { PlaceArgument } from '../place.ts';
import { registerDiagramTexts, showDiagramText } from './diagramText.ts';
import { PreviewPanel, previewRoot } from './panel.ts';
import type { PreviewParts } from './panel.ts';

export function registerPreview(parts: PreviewParts): vscode.Disposable {
  let open: PreviewPanel | undefined;

  const adopt = (panel: vscode.WebviewPanel): PreviewPanel => {
    const preview = new PreviewPanel(panel, parts);
    open = preview;
    panel.onDidDispose(() => {
      preview.dispose();
      if (open === preview) open = undefined;
    });
    return preview;
  };

  const show = async (argument: unknown): Promise<void> => {
    const place = placeOf(argument);
    if (open === undefined) adopt(createPanel(parts.extensionUri));
    else open.reveal();
    if (place !== undefined) await open?.show(place.uri, () => place.offset);
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openPreview.id, show),
    vscode.commands.registerCommand(commands.exportDiagram.id, async (argument: unknown) => {
      await show(argument);
      await complain(open?.exportDiagram());
    }),
    vscode.commands.registerCommand(commands.exportPage.id, async (argument: unknown) => {
      await show(argument);
      await complain(open?.exportPage());
    }),
    vscode.commands.registerCommand(commands.showText.id, async (argument: unknown) => {
      const place = placeOf(argument) ?? open?.place;
      if (place !== undefined) await showDiagramText(parts.documents, vscode.Uri.parse(place.uri, true), place.offset);
    }),
    registerDiagramTexts(parts.documents),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, kept: unknown) {
        panel.webview.options = optionsOf(parts.extensionUri);
        const preview = adopt(panel);
        const state = parsePreviewState(kept);
        if (state !== undefined) await preview.restore(state);
      },
    }),
    new vscode.Disposable(() => open?.dispose()),
  );
}

/** Says in a message what went wrong. */
async function complain(work: Promise<void> | undefined): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    const problem = thrown instanceof Error ? thrown.message : String(thrown);
    void vscode.window.showErrorMessage(vscode.l10n.t('Not exported: {0}', problem));
  }
}

/** What the command was given: a place by the lens, a URI by the icon in the editor's title, nothing by the palette. */
function placeOf(argument: unknown): PlaceArgument | undefined {
  const place = parsePlace(argument);
  if (place !== undefined) return place;
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const uri = argument instanceof vscode.Uri ? argument : editor.document.uri;
  const isActive = uri.toString() === editor.document.uri.toString();
  return { uri: uri.toString(), offset: isActive ? editor.document.offsetAt(editor.selection.active) : 0 };
}

const createPanel = (extensionUri: vscode.Uri): vscode.WebviewPanel =>
  vscode.window.createWebviewPanel(
    viewType,
    vscode.l10n.t('Diagram Preview'),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { ...optionsOf(extensionUri), retainContextWhenHidden: false, enableFindWidget: true },
  );

const optionsOf = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  enableForms: false,
  enableCommandUris: false,
  localResourceRoots: [previewRoot(extensionUri)],
});
