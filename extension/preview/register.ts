/** Registers the preview: its commands, and its panels' return after a restart. */
import * as vscode from 'vscode';
import { parsePreviewState } from '../../core/protocol.ts';
import { commands, previewViewType as viewType } from '../contributions.ts';
import { parsePlace } from '../place.ts';
import type { PlaceArgument } from '../place.ts';
import { tabIcon } from '../tabIcon.ts';
import { whereUserIs } from '../whereUserIs.ts';
import { registerDiagramTexts, showDiagramText } from './diagramText.ts';
import { parseMenuArgument } from './menuArgument.ts';
import { PreviewPanel } from './panel.ts';
import type { PreviewParts } from './panel.ts';
import { registerPictureCommands } from './pictureCommands.ts';
import type { FoundPanel } from './pictureCommands.ts';
import { webviewOptions } from './webviewPage.ts';

export function registerPreview(parts: PreviewParts): vscode.Disposable {
  const panels = new Set<PreviewPanel>();
  const active = (): PreviewPanel | undefined => [...panels].find(({ isActive }) => isActive);
  /** The panel that follows the cursor; any number of others may be locked. */
  const following = (): PreviewPanel | undefined => [...panels].find(({ isLocked }) => !isLocked);

  const current = (): FoundPanel | undefined => {
    const panel = active();
    return panel && { panel, diagram: undefined };
  };
  /** The panel whose context menu a command comes from. */
  const inMenu = (argument: unknown): FoundPanel | undefined => {
    const menu = parseMenuArgument(argument);
    const panel = menu && [...panels].find(({ id }) => id === menu.panel);
    return panel && { panel, diagram: menu.diagram };
  };

  const adopt = (panel: vscode.WebviewPanel): PreviewPanel => {
    panel.iconPath = tabIcon(parts.extensionUri);
    const preview = new PreviewPanel(panel, parts);
    panels.add(preview);
    panel.onDidDispose(() => {
      preview.dispose();
      panels.delete(preview);
    });
    return preview;
  };

  const show = async (argument: unknown): Promise<PreviewPanel> => {
    const place = placeOf(argument);
    const open = following();
    open?.reveal();
    const preview = open ?? adopt(createPanel(parts.extensionUri));
    if (place !== undefined) await preview.show(place.uri, () => place.offset);
    return preview;
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openPreview.id, async (argument: unknown) => {
      await show(argument);
    }),
    registerPictureCommands({
      async find(argument) {
        const found = inMenu(argument) ?? (parsePlace(argument) === undefined ? current() : undefined);
        return found ?? { panel: await show(argument), diagram: undefined };
      },
      settings: () => parts.settings.of().images,
    }),
    vscode.commands.registerCommand(commands.lockPreview.id, (argument: unknown) => {
      const preview = inMenu(argument)?.panel ?? active() ?? following() ?? [...panels][0];
      preview?.lock(!preview.isLocked);
    }),
    vscode.commands.registerCommand(commands.fit.id, (argument: unknown) => {
      (inMenu(argument)?.panel ?? active())?.zoom('fit');
    }),
    vscode.commands.registerCommand(commands.actualSize.id, (argument: unknown) => {
      (inMenu(argument)?.panel ?? active())?.zoom('actual-size');
    }),
    vscode.commands.registerCommand(commands.goToSource.id, async (argument: unknown) => {
      const found = inMenu(argument) ?? current();
      const diagram = found?.diagram ?? found?.panel.current;
      if (diagram !== undefined) await found?.panel.goToSource(diagram);
    }),
    vscode.commands.registerCommand(commands.showText.id, async (argument: unknown) => {
      const found = inMenu(argument);
      const place = found === undefined ? (placeOf(argument) ?? active()?.place) : found.panel.placeOf(found.diagram);
      if (place !== undefined) await showDiagramText(parts.documents, vscode.Uri.parse(place.uri, true), place.offset);
    }),
    registerDiagramTexts(parts.documents),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, kept: unknown) {
        panel.webview.options = webviewOptions(parts.extensionUri);
        const preview = adopt(panel);
        const state = parsePreviewState(kept);
        if (state !== undefined) await preview.restore(state);
      },
    }),
    new vscode.Disposable(() => {
      for (const preview of panels) preview.dispose();
    }),
  );
}

/** What the command was given: a place by the lens, a URI by the icon in the editor's title, nothing by the palette. */
function placeOf(argument: unknown): PlaceArgument | undefined {
  const place = parsePlace(argument);
  if (place !== undefined) return place;
  const here = whereUserIs();
  if (here === undefined) return undefined;
  const uri = argument instanceof vscode.Uri ? argument : here.document.uri;
  const isActive = uri.toString() === here.document.uri.toString();
  return { uri: uri.toString(), offset: isActive ? here.offset : 0 };
}

const createPanel = (extensionUri: vscode.Uri): vscode.WebviewPanel =>
  vscode.window.createWebviewPanel(
    viewType,
    vscode.l10n.t('Diagram Preview'),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { ...webviewOptions(extensionUri), retainContextWhenHidden: false },
  );
